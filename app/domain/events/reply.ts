import ICAL from "ical.js";
import type { AnswerValue } from "./answer";

/** An answer as a calendar program sends it (iTIP METHOD:REPLY, RFC 5546 3.2.3). */
export type Reply = {
  /** The event's id, of its UID. */
  eventId: string;
  /** SEQUENCE of the invitation that is answered; 0 when it is not said (RFC 5545 3.8.7.4). */
  sequence: number;
  /** DTSTAMP, ISO 8601; null when it cannot be read. */
  stamp: string | null;
  /** Address of who answers, in lower case; empty when the reply does not name one. */
  attendee: string;
  answer: AnswerValue;
  /** Free text, at most 1,000 characters. */
  comment: string;
  /**
   * Another time is proposed (METHOD:COUNTER, RFC 5546 3.2.7). `starts` is an instant, ISO 8601 in UTC, or what the
   * clock shows in the zone of Norway, "2027-05-26T10:00:00"; null when it cannot be read.
   */
  counter?: { starts: string | null };
};

const answers: Record<string, AnswerValue> = { ACCEPTED: "accepted", DECLINED: "declined", TENTATIVE: "tentative" };
const longestComment = 1000;
/** The lines that say something here, in a form that can be read: a fault in any other loses no answer. */
const needed = /^(BEGIN|END|METHOD|UID|SEQUENCE|ATTENDEE|COMMENT)[:;]|^DT(?:STAMP|START)(;[^:]*)?:\d{8}T\d{6}Z?\s*$/i;
/** What the programs of those who are asked call the zone of Norway. */
const norwegian =
  /^(Europe\/(Oslo|Berlin|Paris|Stockholm|Copenhagen|Amsterdam|Brussels|Vienna|Rome|Madrid)|(W\. Europe|Romance|Central Europe|Central European) Standard Time)$/i;
const uidForm = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@samvirk$/i;

/**
 * The reply in the bytes of a calendar part; null when they are none, or no answer to an event of ours. Never throws.
 * What names a recurrence is an answer to the event, as a gathering is one UID (C7).
 *
 * @param from who the mail is from, in lower case: tells which attendee answers where several are named
 */
export function readReply(bytes: Uint8Array, from: string): Reply | null {
  try {
    return replyOf(new ICAL.Component(ICAL.parse(textOf(bytes))), from);
  } catch {
    return null;
  }
}

/**
 * The text of a calendar part. Lines are put together as bytes, since a line may be folded inside a character
 * (RFC 5545 3.1); what is not UTF-8 is read as Windows writes it.
 */
function textOf(bytes: Uint8Array): string {
  const joined: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const end = bytes[at] === 13 && bytes[at + 1] === 10 ? at + 1 : at;
    const next = bytes[end + 1];
    if (bytes[end] === 10 && (next === 32 || next === 9)) at = end + 1;
    else joined.push(bytes[at] ?? 0);
  }
  const whole = Uint8Array.from(joined);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(whole);
  } catch {
    text = new TextDecoder("windows-1252").decode(whole);
  }
  return text
    .replaceAll("\0", "")
    .split(/\r\n|\r|\n/)
    .filter((line) => needed.test(line))
    .join("\r\n");
}

function replyOf(calendar: ICAL.Component, from: string): Reply | null {
  const method = String(calendar.getFirstPropertyValue("method") ?? "").toUpperCase();
  if (method !== "REPLY" && method !== "COUNTER") return null;
  const event = calendar.getFirstSubcomponent("vevent");
  const eventId = uidForm.exec(String(event?.getFirstPropertyValue("uid") ?? "").trim())?.[1]?.toLowerCase();
  if (!event || !eventId) return null;
  const given = event.getAllProperties("attendee").flatMap((property) => {
    // Who proposes another time without an answer is not sure of this one.
    const answer =
      answers[parameter(property, "partstat").toUpperCase()] ?? (method === "COUNTER" ? "tentative" : undefined);
    return answer ? [{ attendee: addressOf(property), answer }] : [];
  });
  // A reply is of one attendee (RFC 5546 3.2.3); where a program names all, it is of the one that sends it.
  const own = given.find(({ attendee }) => attendee === from) ?? (given.length === 1 ? given[0] : undefined);
  if (!own) return null;
  const sequence = Number(event.getFirstPropertyValue("sequence") ?? 0);
  return {
    eventId,
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0,
    stamp: stampOf(event.getFirstPropertyValue("dtstamp")),
    ...own,
    comment: commentOf(event),
    ...(method === "COUNTER" && { counter: { starts: startOf(event) } }),
  };
}

/** The time that is proposed. A zone that is not known says nothing, rather than something wrong. */
function startOf(event: ICAL.Component): string | null {
  const property = event.getFirstProperty("dtstart");
  const value = property?.getFirstValue();
  const utc = stampOf(value);
  if (!property || !utc) return null;
  const zone = parameter(property, "tzid");
  if (zone) return norwegian.test(zone) ? utc.slice(0, 19) : null;
  return value instanceof ICAL.Time && value.zone === ICAL.Timezone.utcTimezone ? utc : utc.slice(0, 19);
}

function parameter(property: ICAL.Property, name: string): string {
  const value = property.getParameter(name);
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** "MAILTO:Kari@Voss.example" as an address; where the value is none, what EMAIL says (as Apple writes it). */
function addressOf(property: ICAL.Property): string {
  const value = String(property.getFirstValue() ?? "").trim();
  const written = /^mailto:/i.test(value) || !parameter(property, "email") ? value : parameter(property, "email");
  const bare = written.replace(/^mailto:/i, "").replace(/\?.*$/s, "");
  return decoded(bare)
    .replace(/^[\s<]+|[\s>]+$/g, "")
    .toLowerCase();
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** DTSTAMP is in UTC (RFC 5545 3.8.7.2), and is read so where it does not say it. */
function stampOf(value: unknown): string | null {
  if (!(value instanceof ICAL.Time)) return null;
  const { year, month, day, hour, minute, second } = value;
  const instant = Date.UTC(year, month - 1, day, hour, minute, second);
  return year >= 2000 && year < 2200 && Number.isFinite(instant) ? new Date(instant).toISOString() : null;
}

function commentOf(event: ICAL.Component): string {
  return event
    .getAllProperties("comment")
    .map((property) => String(property.getFirstValue() ?? "").trim())
    .filter(Boolean)
    .join("\n")
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\t\n])\p{Cc}/gu, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .slice(0, longestComment)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}
