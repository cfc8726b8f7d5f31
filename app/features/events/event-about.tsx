import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { EventView } from "~/features/events/event.view.server";
import type { EventOverview } from "~/features/events/event-overview.view.server";
import { kindNames, languageNames } from "~/features/events/event-words";
import type { ProgrammeView } from "~/features/events/programme.view.server";
import { Programme } from "~/features/events/programme-list";
import { SeriesList } from "~/features/events/series-list";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Panel, PanelBody } from "~/ui/panel";

/** What the event is: its text, and a fact a line. */
export function EventAbout({
  event,
  overview,
  slug,
  mayEdit,
}: {
  event: EventView;
  overview: EventOverview;
  slug: string;
  mayEdit: boolean;
}) {
  const { audience, organisers, areas, partners, language, responsible, joinLink, open } = overview;
  const link = (to: string, words: string) => <Link to={to}>{words}</Link>;
  const facts: [string, ReactNode][] = [
    [m.events_kind(), kindNames[event.kind]()],
    [m.events_audience(), audience && audienceWords(audience)],
    [m.events_areas(), areas.join(", ")],
    [m.events_responsible(), responsible],
    [
      m.events_together(),
      organisers.length > 0 &&
        organisers.map(({ id, name }, at) => (
          <span key={id}>
            {at > 0 && ", "}
            {link(paths.actor(slug, id), name)}
          </span>
        )),
    ],
    [m.events_other_regions(), partners.join(", ")],
    [m.events_language(), language && languageNames[language]()],
    [m.events_network(), event.network && link(paths.network(slug, event.network.id), event.network.name)],
    [
      m.events_plan_row(),
      event.planRow && (
        <>
          {link(paths.planRow(slug, event.planRow.period, event.planRow.id), event.planRow.channel)}
          {event.planRow.timing && `, «${event.planRow.timing}»`}
        </>
      ),
    ],
    [m.events_web_page(), event.link && <a href={event.link}>{event.link}</a>],
    [m.events_join_link(), mayEdit && joinLink && <a href={joinLink}>{joinLink}</a>],
    [
      m.events_public_page(),
      open &&
        (event.state === "draft" ? (
          m.events_public_when_published()
        ) : (
          <Link to={paths.publicEvent(slug, event.id)}>{m.events_public_shown()}</Link>
        )),
    ],
  ];
  return (
    <Panel title={m.events_about()}>
      <PanelBody>
        {event.description && <p className="sv-prose sv-lines">{event.description}</p>}
        <dl className="sv-eventfacts">
          {facts.flatMap(([term, text]) =>
            text
              ? [
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd>{text}</dd>
                  </div>,
                ]
              : [],
          )}
        </dl>
      </PanelBody>
    </Panel>
  );
}

function audienceWords({ kind, name }: NonNullable<EventOverview["audience"]>): string {
  if (kind === "contact_persons") return m.events_audience_contact_persons();
  if (kind === "body_members") return m.bodies_members_of_body({ body: name });
  return kind === "network_members" ? m.events_audience_members({ network: name }) : name;
}

/** The programme beside the answers (mock 06), with the way to change it. */
export function ProgrammePanel({
  programme,
  slug,
  eventId,
  mayEdit,
}: {
  programme: ProgrammeView;
  slug: string;
  eventId: string;
  mayEdit: boolean;
}) {
  const to = paths.programme(slug, eventId);
  const empty = programme.items.length === 0;
  if (empty && !mayEdit) return null;
  const label = empty ? m.events_programme_make() : m.events_programme_change();
  return (
    <Panel title={m.events_tab_programme()} {...(mayEdit && { link: { label, to } })}>
      {empty ? (
        <PanelBody>
          <p className="sv-quiet">{m.events_programme_none()}</p>
        </PanelBody>
      ) : (
        <Programme programme={programme} />
      )}
    </Panel>
  );
}

/** So many gatherings stand on the event's own page; the series has the rest. */
const shown = 6;

/** The gatherings of the event's series, those near it in time. */
export function SeriesPanel({
  series,
  slug,
  eventId,
  mayEdit,
}: {
  series: EventOverview["series"];
  slug: string;
  eventId: string;
  mayEdit: boolean;
}) {
  if (series.length < 2) return null;
  const at = series.findIndex(({ id }) => id === eventId);
  const from = Math.max(0, Math.min(at - 2, series.length - shown));
  return (
    <Panel
      title={m.events_series()}
      count={series.length}
      {...(mayEdit && { link: { label: m.events_series_all(), to: paths.series(slug, eventId) } })}
    >
      <SeriesList gatherings={series.slice(from, from + shown)} slug={slug} eventId={eventId} />
    </Panel>
  );
}
