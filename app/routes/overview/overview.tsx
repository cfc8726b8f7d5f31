import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { can } from "~/domain/auth/permissions";
import { isoWeek } from "~/domain/shared/days";
import { answerOwnForm } from "~/features/overview/answer-own-form.server";
import { approvalsPart } from "~/features/overview/approvals-part.server";
import { overviewView } from "~/features/overview/overview.view.server";
import { invitedPart, leaderPart, publisherPart, seesWhole } from "~/features/overview/role-parts.server";
import { secretariatPart } from "~/features/overview/secretariat-part.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { asSentence, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";

/** The part of each role: written into the page by the server, and loaded by the browser of those who have it. */
const InvitedPage = import.meta.env.SSR
  ? (await import("~/features/overview/invited-page")).default
  : lazy(() => import("~/features/overview/invited-page"));
const WaitingPanel = import.meta.env.SSR
  ? (await import("~/features/automation/waiting-panel")).WaitingPanel
  : lazy(() => import("~/features/automation/waiting-panel").then(({ WaitingPanel: panel }) => ({ default: panel })));
const LeaderPage = import.meta.env.SSR
  ? (await import("~/features/overview/leader-page")).default
  : lazy(() => import("~/features/overview/leader-page"));
const PublisherPage = import.meta.env.SSR
  ? (await import("~/features/overview/publisher-page")).default
  : lazy(() => import("~/features/overview/publisher-page"));
const SecretariatPage = import.meta.env.SSR
  ? (await import("~/features/overview/secretariat-page")).default
  : lazy(() => import("~/features/overview/secretariat-page"));
const OverviewPage = import.meta.env.SSR
  ? (await import("~/features/overview/overview-page")).default
  : lazy(() => import("~/features/overview/overview-page"));

export const handle: Handle = { crumb: () => [{ label: m.overview_title() }] };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.overview_title()} – ${data?.region.name ?? ""} – Samvirk` },
];

/** The first page: a part for each of the reader's roles, what waits for her answer first. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, personId } = await requireRegion(request, params.region, "overview.see");
  const now = new Date();
  const today = todayIn(region.zone, now);
  const reader = { roles, personId, now, today };
  const parts = await withRegion(access, async (db) => ({
    invited: await invitedPart(db, reader),
    approvals: await approvalsPart(db, reader),
    leader: await leaderPart(db, reader),
    publisher: await publisherPart(db, reader),
    secretariat: await secretariatPart(db, { ...reader, zone: region.zone }),
    view: seesWhole(roles)
      ? await overviewView(db, { now, zone: region.zone, approves: can(roles, "automation.see") })
      : null,
  }));
  const own = roles.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
  const may = {
    import: can(roles, "import.run"),
    make: can(roles, "events.edit"),
    makeOwn: can(roles, "events.edit", { actorIds: own }),
    deliveries: can(roles, "deliveries.see"),
    assign: can(roles, "contact-person.assign"),
  };
  return { ...parts, may, today, region: { slug: region.slug, name: region.name, zone: region.zone } };
}

/** Answers one of the reader's own invitations, or sends it to her again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const membership = await requireRegion(request, params.region, "overview.see");
  const result = await answerOwnForm(await readForm(request), membership, new Date());
  if (!result) notFound();
  if (!result.ok) return data(result.refused, { status: result.status });
  return redirectWithToast(paths.overview(membership.region.slug), result.done);
}

export default function Overview() {
  const { invited, approvals, leader, publisher, secretariat, view, may, today, region } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { slug } = region;
  return (
    <>
      <PageHead
        title={m.overview_title()}
        sub={[asSentence(formatDate(today, getLocale())), m.overview_week({ n: isoWeek(today) }).toLowerCase()].join(
          ", ",
        )}
        actions={
          (may.make || may.makeOwn) && (
            <LinkButton to={paths.newEvent(slug)} icon="plus">
              {m.events_new()}
            </LinkButton>
          )
        }
      />
      <div className="sv-stack">
        {invited && (
          <Suspense>
            <InvitedPage part={invited} slug={slug} refused={refused} />
          </Suspense>
        )}
        {approvals && (
          <Suspense>
            <WaitingPanel waiting={approvals} slug={slug} zone={region.zone} />
          </Suspense>
        )}
        {leader && (
          <Suspense>
            <LeaderPage part={leader} slug={slug} />
          </Suspense>
        )}
        {publisher && (
          <Suspense>
            <PublisherPage part={publisher} slug={slug} />
          </Suspense>
        )}
        {secretariat && (
          <Suspense>
            <SecretariatPage part={secretariat} slug={slug} zone={region.zone} />
          </Suspense>
        )}
        {view && (
          <Suspense>
            <OverviewPage view={view} slug={slug} may={may} />
          </Suspense>
        )}
      </div>
    </>
  );
}
