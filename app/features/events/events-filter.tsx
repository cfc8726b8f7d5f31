import { kindNames } from "~/features/events/event-words";
import { type EventsQuery, isFiltered } from "~/features/events/events-query";
import type { JointEvent } from "~/features/events/joint-events.server";
import { asSentence, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import type { Option } from "~/ui/fields";
import { FilterBar } from "~/ui/filter-bar";
import { Panel, Row, Rows } from "~/ui/panel";

/** Which events are listed: of which kind, about what, and one's own. */
export function EventsFilter({ query, areas, resetTo }: { query: EventsQuery; areas: Option[]; resetTo: string }) {
  const kinds = Object.entries(kindNames).map(([value, words]) => ({ value, label: words() }));
  return (
    <FilterBar
      label={m.events_filter()}
      submitLabel={m.events_filter_show()}
      {...(query.when !== "coming" && { hidden: { when: query.when } })}
      {...(isFiltered(query) && { resetTo })}
      filters={[
        { name: "kind", label: m.events_kind(), options: kinds, selected: query.kinds },
        ...(areas.length > 0 ? [{ name: "area", label: m.events_areas(), options: areas, selected: query.areas }] : []),
        {
          name: "own",
          label: m.events_own(),
          options: [{ value: "yes", label: m.events_own_yes() }],
          selected: query.own ? ["yes"] : [],
        },
      ]}
    />
  );
}

/** No events: none at all, or none of what is asked for. */
export function EventsNone({ query }: { query: EventsQuery }) {
  if (isFiltered(query)) return <EmptyState icon="calendar" title={m.events_none_filtered()} />;
  if (query.when === "drafts") return <EmptyState icon="calendar" title={m.events_none_drafts()} />;
  if (query.when === "past") return <EmptyState icon="calendar" title={m.events_none_past()} />;
  return <EmptyState icon="calendar" title={m.events_none()} why={m.events_none_why()} />;
}

/** What other regions hold together with this one: each leads to the host's public page. */
export function JointEvents({ events }: { events: JointEvent[] }) {
  if (events.length === 0) return null;
  return (
    <Panel title={m.events_joint()} count={events.length}>
      <Rows>
        {events.map((event) => (
          <Row
            key={event.id}
            icon="buildings"
            title={event.title}
            to={paths.publicEvent(event.host.slug, event.id)}
            note={[
              asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, getLocale())),
              event.place,
              m.events_joint_host({ host: event.host.name }),
            ]
              .filter(Boolean)
              .join(" · ")}
          />
        ))}
      </Rows>
    </Panel>
  );
}
