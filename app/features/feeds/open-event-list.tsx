import { Link } from "@remix-run/react";
import { kindNames } from "~/features/events/event-words";
import type { ListedOpenEvent } from "~/features/feeds/public-calendar.view.server";
import { asSentence, dayWords, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { DateTile } from "~/ui/date-tile";
import { CardSection } from "~/ui/public-parts";
import { Tag } from "~/ui/tag";

/** Events that are open to everybody: a date tile each, what it is, when and where, and whether one can sign up. */
export function OpenEventList({ events, slug }: { events: ListedOpenEvent[]; slug: string }) {
  const locale = getLocale();
  return (
    <ul className="sv-open-events">
      {events.map((event) => (
        <li key={event.id}>
          <DateTile {...dayWords(event.startsAt, event.zone, locale)} />
          <div>
            <Link to={paths.publicEvent(event.host?.slug ?? slug, event.id)}>{event.title}</Link> <SignUp of={event} />
            <div className="sv-quiet">
              {asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, locale))}
            </div>
            <div className="sv-quiet">
              {[
                event.kind && kindNames[event.kind](),
                event.place || (event.online ? m.feeds_online() : ""),
                event.network?.name,
                event.host && m.feeds_with_region({ region: event.host.name }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

function SignUp({ of: { signUp } }: { of: ListedOpenEvent }) {
  if (signUp === null) return null;
  if (signUp === "open") return <Tag tone="accent">{m.feeds_register_open()}</Tag>;
  return <Tag>{signUp === "full" ? m.feeds_register_full() : m.feeds_register_closed()}</Tag>;
}

/** The nearest of them on the region's own page, and the way to the rest. */
export function NearestEvents({ events, slug }: { events: ListedOpenEvent[]; slug: string }) {
  return (
    <CardSection>
      <h2>{m.feeds_coming()}</h2>
      {events.length === 0 ? (
        <p className="sv-quiet">{m.feeds_coming_none()}</p>
      ) : (
        <OpenEventList events={events} slug={slug} />
      )}
      <p>
        <Link className="sv-link" to={paths.publicCalendar(slug)}>
          {m.feeds_whole_calendar()}
        </Link>
      </p>
    </CardSection>
  );
}
