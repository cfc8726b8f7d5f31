import { Link } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import type { PublisherPart } from "~/features/overview/role-parts.server";
import { asSentence, formatDate, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { DataTable } from "~/ui/table";

/** A webinar publisher's first page: what people sign up for, recordings to publish, drafts. */
export default function PublisherPage({ part, slug }: { part: PublisherPart; slug: string }) {
  const { recordings } = part;
  return (
    <Columns
      main={<SignUps events={part.events} slug={slug} />}
      side={
        <>
          <Panel title={m.overview_recordings()} count={recordings.length || undefined}>
            {recordings.length === 0 ? (
              <PanelBody>
                <p className="sv-quiet">{m.overview_recordings_none()}</p>
              </PanelBody>
            ) : (
              <Rows>
                {recordings.map((event) => (
                  <Row
                    key={event.id}
                    icon="video"
                    title={event.title}
                    to={paths.recording(slug, event.id)}
                    note={dayOf(event)}
                  />
                ))}
              </Rows>
            )}
          </Panel>
          {part.drafts.length > 0 && (
            <Panel title={m.overview_drafts()} count={part.drafts.length}>
              <Rows>
                {part.drafts.map((event) => (
                  <Row
                    key={event.id}
                    icon="pencil"
                    title={event.title}
                    to={paths.event(slug, event.id)}
                    note={dayOf(event)}
                  />
                ))}
              </Rows>
            </Panel>
          )}
        </>
      }
    />
  );
}

const dayOf = ({ startsAt, zone }: { startsAt: string; zone: string }) =>
  formatDate(instantToLocal(startsAt, zone).date, getLocale());

type Event = PublisherPart["events"][number];

function SignUps({ events, slug }: { events: Event[]; slug: string }) {
  return (
    <Panel
      title={m.overview_webinars()}
      count={events.length || undefined}
      link={{ label: m.overview_all_events(), to: paths.events(slug) }}
    >
      {events.length === 0 ? (
        <EmptyState
          icon="video"
          title={m.overview_webinars_none()}
          why={m.overview_webinars_none_why()}
          action={<LinkButton to={paths.newEvent(slug)}>{m.events_new()}</LinkButton>}
        />
      ) : (
        <DataTable
          caption={m.overview_webinars()}
          rows={events}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "event",
              head: m.events_col_event(),
              rowHeader: true,
              cell: (event) => <Name of={event} slug={slug} />,
            },
            {
              id: "registered",
              head: m.overview_signed_up(),
              width: 220,
              onSmall: "full",
              cell: (event) => <Taken of={event} slug={slug} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}

function Name({ of: { id, title, startsAt, endsAt, zone }, slug }: { of: Event; slug: string }) {
  return (
    <>
      <Link to={paths.event(slug, id)}>{title}</Link>
      <div className="sv-quiet sv-small">{asSentence(formatDateTimeRange(startsAt, endsAt, zone, getLocale()))}</div>
    </>
  );
}

/** How many have a place of those there are, as a bar and in words; and who waits. */
function Taken({ of: { id, takesSignUps, taken, places, waiting, pending }, slug }: { of: Event; slug: string }) {
  if (!takesSignUps) return <span className="sv-quiet">{m.overview_no_sign_up()}</span>;
  const share = places ? Math.min(100, (taken / places) * 100) : 0;
  const beside = [
    waiting > 0 && m.overview_on_waiting_list({ n: waiting }),
    pending > 0 && m.overview_to_approve({ n: pending }),
  ].filter(Boolean);
  return (
    <>
      <Link to={paths.registrations(slug, id)}>
        {places === null ? m.overview_taken({ n: taken }) : m.overview_taken_of({ n: taken, places })}
      </Link>
      {places !== null && places > 0 && (
        <svg className="sv-taken" width="100%" height={8} aria-hidden="true">
          <rect width="100%" height={8} />
          <rect data-taken width={`${share.toFixed(1)}%`} height={8} />
        </svg>
      )}
      {beside.length > 0 && <div className="sv-quiet sv-small">{beside.join(" · ")}</div>}
    </>
  );
}
