import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownDeputies } from "~/features/events/deputies.view.server";
import { ownEarlierInvitations, ownInvitations } from "~/features/events/own-invitations.view.server";
import { answerOwnForm } from "~/features/overview/answer-own-form.server";
import { EarlierInvitations, OwnInvitationList, waits } from "~/features/overview/own-invitations";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Panel } from "~/ui/panel";

/** What the reader is invited to, whatever role she has. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, personId, roles } = await requireRegion(request, params.region, "overview.see");
  const now = new Date();
  const view = await withRegion(access, async (db) => ({
    coming: await ownInvitations(db, personId, now),
    earlier: await ownEarlierInvitations(db, personId, now),
    deputiesOf: await ownDeputies(db, roles),
  }));
  return { ...view, slug: region.slug, name: region.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const membership = await requireRegion(request, params.region, "overview.see");
  const result = await answerOwnForm(await readForm(request), membership, new Date());
  if (!result) notFound();
  if (!result.ok) return data(result.refused, { status: result.status });
  return redirectWithToast(paths.ownInvitations(membership.region.slug), result.done);
}

export const handle: Handle = { crumb: () => [{ label: m.overview_invitations() }] };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.overview_invitations()} – ${loaded?.name ?? ""} – Samvirk` },
];

export default function OwnInvitations() {
  const { coming, earlier, deputiesOf, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const waiting = coming.filter(waits);
  const answered = coming.filter((invitation) => !waits(invitation));
  return (
    <>
      <PageHead
        title={m.overview_invitations()}
        sub={m.overview_invitations_sub({ n: waiting.length })}
        actions={
          <>
            {deputiesOf && (
              <LinkButton to={paths.municipalityDeputies(slug, deputiesOf)} variant="tertiary" icon="swap">
                {m.events_deputies()}
              </LinkButton>
            )}
            <LinkButton to={paths.ownFeed(slug)} variant="secondary" icon="calendar">
              {m.feeds_title()}
            </LinkButton>
          </>
        }
      />
      <div className="sv-stack">
        {coming.length === 0 && (
          <Panel title={m.overview_coming()}>
            <EmptyState icon="mail" title={m.events_your_none()} why={m.events_your_none_why()} />
          </Panel>
        )}
        {waiting.length > 0 && (
          <Panel title={m.overview_waiting()} count={waiting.length}>
            <OwnInvitationList invitations={waiting} slug={slug} refused={refused} />
          </Panel>
        )}
        {answered.length > 0 && (
          <Panel title={m.overview_coming()} count={answered.length}>
            <OwnInvitationList invitations={answered} slug={slug} refused={refused} />
          </Panel>
        )}
        {earlier.length > 0 && (
          <Panel title={m.overview_earlier()}>
            <EarlierInvitations invitations={earlier} />
          </Panel>
        )}
      </div>
    </>
  );
}
