import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isoWeek } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { instantToLocal } from "~/domain/shared/local-time";
import { ownInvitations } from "~/features/events/own-invitations.view.server";
import { resendOwnInvitation } from "~/features/events/resend-invitation.server";
import { ownNetworks } from "~/features/networks/own-networks.view.server";
import { OwnNetworksPanel } from "~/features/networks/own-networks-panel";
import { overviewView } from "~/features/overview/overview.view.server";
import { OverviewPage } from "~/features/overview/overview-page";
import { OwnInvitationsPanel } from "~/features/overview/own-invitations-panel";
import { requireRegion } from "~/features/regions/membership.server";
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

export const handle: Handle = { crumb: () => [{ label: m.overview_title() }] };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.overview_title()} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, personId } = await requireRegion(request, params.region, "overview.see");
  const now = new Date();
  const seesPlan = can(roles, "plan.see");
  const actorIds = roles.flatMap(({ kind, actorId }) => (kind === "network_leader" && actorId ? [actorId] : []));
  const [view, own, networks] = await withRegion(access, async (db) => [
    seesPlan ? await overviewView(db, { now, zone: region.zone }) : null,
    can(roles, "invitations.see-own") ? await ownInvitations(db, personId, now) : null,
    actorIds.length > 0 ? await ownNetworks(db, { actorIds, now }) : null,
  ]);
  const may = {
    import: can(roles, "import.run"),
    make: can(roles, "events.edit"),
    deliveries: can(roles, "deliveries.see"),
    assign: can(roles, "contact-person.assign"),
  };
  return {
    view,
    own,
    networks,
    may,
    today: instantToLocal(now.toISOString(), region.zone).date,
    region: { slug: region.slug, name: region.name, zone: region.zone },
  };
}

/** Sends somebody her own invitation again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, personId } = await requireRegion(request, params.region, "invitations.see-own");
  const invitationId = (await readForm(request)).get("invitation");
  if (!isUuid(invitationId)) notFound();
  const sent = await withRegion(access, (db) => resendOwnInvitation(db, { invitationId, personId, now: new Date() }));
  if (!sent) return data(null, { status: 404 });
  return redirectWithToast(paths.overview(region.slug), m.events_resent());
}

export default function Overview() {
  const { view, own, networks, may, today, region } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={m.overview_title()}
        sub={[asSentence(formatDate(today, getLocale())), m.overview_week({ n: isoWeek(today) }).toLowerCase()].join(
          ", ",
        )}
        actions={
          may.make && (
            <LinkButton to={paths.newEvent(region.slug)} icon="plus">
              {m.events_new()}
            </LinkButton>
          )
        }
      />
      <div className="sv-stack">
        {networks && <OwnNetworksPanel own={networks} slug={region.slug} />}
        {own && <OwnInvitationsPanel invitations={own} />}
        {view && <OverviewPage view={view} slug={region.slug} may={may} />}
      </div>
    </>
  );
}
