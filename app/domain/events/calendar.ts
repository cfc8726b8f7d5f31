import ICAL from "ical.js";
import { instantToLocal, localToInstant } from "~/domain/shared/local-time";
import { composeTimezone } from "./calendar-zone";

export type CalendarAnswer = "needs-action" | "accepted" | "declined" | "tentative";

/** What one recipient's calendar is told about one event. All text is plain; instants are ISO 8601. */
export type CalendarEntry = {
  method: "REQUEST" | "CANCEL";
  /** Of a CANCEL: the whole event, or this attendee's invitation alone (C5). The whole event when absent. */
  scope?: "event" | "attendee";
  uid: string;
  sequence: number;
  /** When the change was made (C4). */
  stamp: string;
  startsAt: string;
  endsAt: string;
  /** IANA zone in which the times are shown. */
  zone: string;
  title: string;
  description: string;
  location: string | null;
  /** The event's public address; never a personal link (C8). */
  url: string | null;
  organizer: { name: string; address: string };
  attendee: { name: string; address: string; answer: CalendarAnswer };
  /** False where nothing is asked: the attendee has signed up. */
  rsvp?: boolean;
  language: "nb" | "nn" | "en";
};

export const PRODID = "-//Samvirk//Samvirk//EN";
/** A continuation line begins with a space that ical.js does not count: 75 octets in all (RFC 5545 3.1). */
const FOLD_OCTETS = 74;

/**
 * The iTIP message (RFC 5546) for one recipient: rules C1 to C8, and C10's PARTSTAT.
 *
 * @returns iCalendar text with CRLF, lines of at most 75 octets of UTF-8
 * @throws RangeError when the event does not end after it starts, a time or zone cannot be read, the sequence is
 *   not a whole number, or an address or UID could not stand on a line of its own
 */
export function composeCalendar(entry: CalendarEntry): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("prodid", PRODID);
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("calscale", "GREGORIAN");
  calendar.addPropertyWithValue("method", entry.method);
  const inZone = isReadableInZone(entry);
  if (inZone) calendar.addSubcomponent(composeTimezone(entry.zone, entry.startsAt, entry.endsAt));
  calendar.addSubcomponent(composeEvent(entry, inZone));
  return withFolding(() => `${calendar.toString()}\r\n`);
}

/**
 * The same for many who are told the same: the calendar is put together once, and each attendee put in by name and
 * address.
 */
export function calendarFor(entry: CalendarEntry): (attendee: { name: string; address: string }) => string {
  const [before = "", own = "", after = ""] = composeCalendar(entry).split(/(?<=\r\n)(ATTENDEE;(?:.|\r\n )*\r\n)/);
  if (!own) throw new Error("a calendar has an attendee");
  const { answer } = entry.attendee;
  return ({ name, address }) => {
    const line = attendeeOf({ ...entry, attendee: { name, address, answer } });
    return `${before}${withFolding(() => ICAL.stringify.property(line.jCal, ICAL.design.icalendar, false))}\r\n${after}`;
  };
}

function attendeeOf({ method, attendee, rsvp }: CalendarEntry): ICAL.Property {
  const property = new ICAL.Property("attendee");
  const parameters = {
    cn: commonName(attendee.name),
    cutype: "INDIVIDUAL",
    role: "REQ-PARTICIPANT",
    partstat: attendee.answer.toUpperCase(),
    rsvp: method === "REQUEST" && rsvp !== false ? "TRUE" : "FALSE",
  };
  for (const [key, parameter] of Object.entries(parameters)) property.setParameter(key, parameter);
  property.setValue(`mailto:${oneLine(attendee.address, "attendee")}`);
  return property;
}

function composeEvent(entry: CalendarEntry, inZone: boolean): ICAL.Component {
  const { method, organizer } = entry;
  if (!(Date.parse(entry.endsAt) > Date.parse(entry.startsAt))) throw new RangeError("an event ends after it starts");
  if (!Number.isSafeInteger(entry.sequence) || entry.sequence < 0) throw new RangeError("sequence is a whole number");
  const event = new ICAL.Component("vevent");
  const add = (name: string, value: string | number | ICAL.Time, parameters: Record<string, string> = {}) => {
    const property = new ICAL.Property(name, event);
    for (const [key, parameter] of Object.entries(parameters)) property.setParameter(key, parameter);
    property.setValue(value);
    event.addProperty(property);
  };
  const addTime = (name: string, instant: string) =>
    inZone ? add(name, zonedTime(instant, entry.zone), { tzid: entry.zone }) : add(name, utcTime(instant));

  add("uid", oneLine(entry.uid, "UID"));
  add("sequence", entry.sequence);
  add("dtstamp", utcTime(entry.stamp));
  addTime("dtstart", entry.startsAt);
  addTime("dtend", entry.endsAt);
  add("summary", text(entry.title), { language: entry.language });
  if (entry.description) add("description", text(entry.description), { language: entry.language });
  if (entry.location) add("location", text(entry.location), { language: entry.language });
  if (entry.url) add("url", oneLine(entry.url, "URL"));
  add("organizer", `mailto:${oneLine(organizer.address, "organizer")}`, { cn: commonName(organizer.name) });
  event.addProperty(attendeeOf(entry));
  if (method === "REQUEST") add("status", "CONFIRMED");
  else if (entry.scope !== "attendee") add("status", "CANCELLED");
  add("class", "PUBLIC");
  add("transp", method === "REQUEST" ? "OPAQUE" : "TRANSPARENT");
  add("x-microsoft-cdo-busystatus", busyStatus(entry));
  add("x-microsoft-cdo-intendedstatus", method === "REQUEST" ? "BUSY" : "FREE");
  return event;
}

/** How Outlook shows the hour before and after the answer. */
function busyStatus({ method, attendee }: CalendarEntry): string {
  if (method === "CANCEL" || attendee.answer === "declined") return "FREE";
  return attendee.answer === "accepted" ? "BUSY" : "TENTATIVE";
}

/**
 * Whether both times survive being written as local time: the second of an hour that occurs twice would be read
 * as the first (RFC 5545 3.3.5). Such an event is written in UTC.
 */
function isReadableInZone({ startsAt, endsAt, zone }: Pick<CalendarEntry, "startsAt" | "endsAt" | "zone">): boolean {
  return [startsAt, endsAt].every((instant) => {
    const { date, time } = instantToLocal(instant, zone);
    const back = localToInstant(date, time, zone);
    return back.ok && Math.abs(Date.parse(back.instant) - Date.parse(instant)) < 60_000;
  });
}

export function zonedTime(instant: string, zone: string): ICAL.Time {
  const { date, time } = instantToLocal(instant, zone);
  const seconds = new Date(instant).toISOString().slice(17, 19);
  return ICAL.Time.fromDateTimeString(`${date}T${time}:${seconds}`);
}

export function utcTime(instant: string): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${new Date(instant).toISOString().slice(0, 19)}Z`);
}

/** Text as RFC 5545 3.3.11 allows it: no control characters but tab and newline, and well-formed Unicode. */
export function text(value: string): string {
  return value
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/(?![\t\n])\p{Cc}/gu, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** A name as parameter: on one line and without double quotes, whose RFC 6868 form some clients show as it is. */
function commonName(value: string): string {
  return text(value).replace(/\s+/g, " ").replaceAll('"', "'").trim();
}

export function oneLine(value: string, what: string): string {
  if (!value || /[\s\p{Cc}\p{Surrogate}]/u.test(value))
    throw new RangeError(`${what} holds a space or a control character`);
  return value;
}

/** ical.js keeps the length in a shared variable: set for the call alone, so that other users keep theirs. */
export function withFolding(write: () => string): string {
  const before = ICAL.foldLength;
  ICAL.foldLength = FOLD_OCTETS;
  try {
    return write();
  } finally {
    ICAL.foldLength = before;
  }
}
