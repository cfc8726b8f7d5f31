import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { areaChoices } from "~/features/events/event-details.server";
import { EventTable } from "~/features/events/event-table";
import { eventsView } from "~/features/events/events.view.server";
import { EventsFilter, EventsNone, JointEvents } from "~/features/events/events-filter";
import { type EventsQuery, eventsSearch, isFiltered, readEventsQuery, whens } from "~/features/events/events-query";
import { jointEvents } from "~/features/events/joint-events.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";
import { Panel } from "~/ui/panel";
import { Tabs } from "~/ui/tabs";

export const handle: Handle = { crumb: () => [{ label: m.events_title() }] };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_title()} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, personId } = await requireRegion(request, params.region, "events.see");
  const { searchParams } = new URL(request.url);
  const query = readEventsQuery(searchParams);
  const { when } = query;
  const now = new Date();
  const actorIds = roles.flatMap(({ actorId }) => actorId ?? []);
  const filter = {
    drafts: when === "drafts",
    kinds: query.kinds,
    areaIds: query.areas,
    own: query.own ? { personId, actorIds } : null,
  };
  const first = !searchParams.has("after") && when === "coming" && !isFiltered(query);
  const joint = first ? await jointEvents(region.id, now) : [];
  const view = await withRegion(access, async (db) => ({
    ...(await eventsView(db, { past: when === "past", after: searchParams.get("after"), now, filter })),
    areas: await areaChoices(db),
  }));
  return {
    ...view,
    query,
    joint,
    mayMake: can(roles, "events.edit", { actorIds }),
    region: { slug: region.slug, name: region.name },
  };
}

export default function Events() {
  const { events, next, query, areas, joint, mayMake, region } = useLoaderData<typeof loader>();
  const { when } = query;
  const to = (changes: Partial<EventsQuery>) => paths.events(region.slug) + eventsSearch({ ...query, ...changes });
  const titles = { coming: m.events_upcoming(), past: m.events_past(), drafts: m.events_drafts() };
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
        tabs={whens.map((one) => ({ to: to({ when: one }), label: titles[one], current: one === when }))}
      />
      <EventsFilter query={query} areas={areas} resetTo={to({ kinds: [], areas: [], own: false })} />
      {events.length === 0 ? (
        <EventsNone query={query} />
      ) : (
        <Panel title={titles[when]} count={events.length}>
          <EventTable events={events} slug={region.slug} caption={m.events_title()} />
        </Panel>
      )}
      {next && (
        <ShowMore
          to={`${to({})}${eventsSearch(query) ? "&" : "?"}after=${encodeURIComponent(next)}`}
          label={m.common_next_50()}
        />
      )}
      <JointEvents events={joint} />
    </>
  );
}
