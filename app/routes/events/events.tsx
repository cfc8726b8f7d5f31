import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { EventTable } from "~/features/events/event-table";
import { eventsView } from "~/features/events/events.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";
import { Panel } from "~/ui/panel";
import { Tabs } from "~/ui/tabs";

export const handle: Handle = { crumb: () => [{ label: m.events_title() }] };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_title()} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles } = await requireRegion(request, params.region, "events.see");
  const query = new URL(request.url).searchParams;
  const past = query.get("when") === "past";
  const view = await withRegion(access, (db) => eventsView(db, { past, after: query.get("after"), now: new Date() }));
  return {
    ...view,
    past,
    mayMake: can(roles, "events.edit", { actorIds: roles.flatMap(({ actorId }) => actorId ?? []) }),
    region: { slug: region.slug, name: region.name },
  };
}

export default function Events() {
  const { events, next, past, mayMake, region } = useLoaderData<typeof loader>();
  const base = paths.events(region.slug);
  const make = mayMake && (
    <LinkButton to={paths.newEvent(region.slug)} icon="plus">
      {m.events_new()}
    </LinkButton>
  );
  return (
    <>
      <PageHead
        title={m.events_title()}
        sub={m.events_lead()}
        actions={
          <>
            <LinkButton variant="tertiary" icon="chart" to={paths.attendanceOverTime(region.slug)}>
              {m.attendance_over_time()}
            </LinkButton>
            {make}
          </>
        }
      />
      <Tabs
        label={m.events_title()}
        tabs={[
          { to: base, label: m.events_upcoming(), current: !past },
          { to: `${base}?when=past`, label: m.events_past(), current: past },
        ]}
      />
      {events.length === 0 ? (
        <EmptyState
          icon="calendar"
          title={past ? m.events_none_past() : m.events_none()}
          why={past ? undefined : m.events_none_why()}
        />
      ) : (
        <Panel title={past ? m.events_past() : m.events_upcoming()} count={events.length}>
          <EventTable events={events} slug={region.slug} caption={m.events_title()} />
        </Panel>
      )}
      {next && <ShowMore to={`${base}?${past ? "when=past&" : ""}after=${next}`} label={m.common_next_50()} />}
    </>
  );
}
