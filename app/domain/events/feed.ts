import ICAL from "ical.js";
import { instantToLocal } from "../shared/local-time";
import { oneLine, PRODID, text, utcTime, withFolding, zonedTime } from "./calendar";
import { composeTimezone } from "./calendar-zone";

/** One event as those who subscribe see it. All text is plain; instants are ISO 8601. */
export type FeedEntry = {
  uid: string;
  /** Rises with every change of the event. */
  sequence: number;
  /** When the event was last changed: the same feed is the same bytes whenever it is asked for. */
  changedAt: string;
  startsAt: string;
  endsAt: string;
  /** IANA zone in which the times are shown. */
  zone: string;
  title: string;
  description: string;
  location: string | null;
  /** The event's public address; never a personal or a join link (C8). */
  url: string | null;
  /** Whether the one who subscribes comes: only then is her time taken. */
  busy: boolean;
  language: "nb" | "nn" | "en";
};

/** How far apart the two are of an hour that the clock shows twice. Milliseconds. */
const turn = 3_600_000;

/**
 * Whether no clock shows either time twice. Of an hour that occurs twice readers should take the first (RFC 5545 3.3.5),
 * and some take the second.
 */
function isShownOnce({ startsAt, endsAt, zone }: Pick<FeedEntry, "startsAt" | "endsAt" | "zone">): boolean {
  return [startsAt, endsAt].every((instant) => {
    const shownAt = (at: number) => {
      const { date, time } = instantToLocal(new Date(at).toISOString(), zone);
      return `${date}T${time}`;
    };
    const at = Date.parse(instant);
    return shownAt(at) !== shownAt(at - turn) && shownAt(at) !== shownAt(at + turn);
  });
}

/** How often a client is asked to look again (C12). */
const INTERVAL = "PT6H";

/**
 * A calendar to subscribe to (RFC 5545, METHOD:PUBLISH): its name as clients read it (RFC 7986 and the older
 * X-WR-CALNAME), how often to look, and the events, in UTC where a wall clock could be read in two ways.
 *
 * @returns iCalendar text with CRLF, lines of at most 75 octets of UTF-8
 * @throws RangeError when an event does not end after it starts or a UID or address cannot stand on a line of its own
 */
export function composeFeed({ name, entries }: { name: string; entries: readonly FeedEntry[] }): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("prodid", PRODID);
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("calscale", "GREGORIAN");
  calendar.addPropertyWithValue("method", "PUBLISH");
  calendar.addPropertyWithValue("name", nameOf(name));
  calendar.addPropertyWithValue("x-wr-calname", nameOf(name));
  const [zone] = entries.map((entry) => entry.zone);
  if (zone) calendar.addPropertyWithValue("x-wr-timezone", zone);
  const interval = new ICAL.Property("refresh-interval", calendar);
  interval.resetType("duration");
  interval.setValue(ICAL.Duration.fromString(INTERVAL));
  calendar.addProperty(interval);
  calendar.addPropertyWithValue("x-published-ttl", INTERVAL);
  for (const timezone of timezonesOf(entries)) calendar.addSubcomponent(timezone);
  for (const entry of entries) calendar.addSubcomponent(composeEntry(entry));
  return withFolding(() => `${calendar.toString()}\r\n`);
}

/** A name on one line, escaped as TEXT is: ical.js writes the values of properties it does not know as they are. */
function nameOf(name: string): string {
  return text(name)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\;,]/g, "\\$&");
}

/** One VTIMEZONE for each zone that an event is written in, right from the first event to the last (C6). */
function timezonesOf(entries: readonly FeedEntry[]): ICAL.Component[] {
  const spans = new Map<string, { from: string; to: string }>();
  for (const { zone, startsAt, endsAt } of entries.filter(isShownOnce)) {
    const span = spans.get(zone) ?? { from: startsAt, to: endsAt };
    spans.set(zone, {
      from: Date.parse(startsAt) < Date.parse(span.from) ? startsAt : span.from,
      to: Date.parse(endsAt) > Date.parse(span.to) ? endsAt : span.to,
    });
  }
  return [...spans].map(([zone, { from, to }]) => composeTimezone(zone, from, to));
}

function composeEntry(entry: FeedEntry): ICAL.Component {
  if (!(Date.parse(entry.endsAt) > Date.parse(entry.startsAt))) throw new RangeError("an event ends after it starts");
  const event = new ICAL.Component("vevent");
  const add = (name: string, value: string | number | ICAL.Time, parameters: Record<string, string> = {}) => {
    const property = new ICAL.Property(name, event);
    for (const [key, parameter] of Object.entries(parameters)) property.setParameter(key, parameter);
    property.setValue(value);
    event.addProperty(property);
  };
  const inZone = isShownOnce(entry);
  const addTime = (name: string, instant: string) =>
    inZone ? add(name, zonedTime(instant, entry.zone), { tzid: entry.zone }) : add(name, utcTime(instant));

  add("uid", oneLine(entry.uid, "UID"));
  add("sequence", entry.sequence);
  add("dtstamp", utcTime(entry.changedAt));
  add("last-modified", utcTime(entry.changedAt));
  addTime("dtstart", entry.startsAt);
  addTime("dtend", entry.endsAt);
  add("summary", text(entry.title), { language: entry.language });
  if (entry.description) add("description", text(entry.description), { language: entry.language });
  if (entry.location) add("location", text(entry.location), { language: entry.language });
  if (entry.url) add("url", oneLine(entry.url, "URL"));
  add("status", "CONFIRMED");
  add("class", "PUBLIC");
  add("transp", entry.busy ? "OPAQUE" : "TRANSPARENT");
  add("x-microsoft-cdo-busystatus", entry.busy ? "BUSY" : "FREE");
  return event;
}
