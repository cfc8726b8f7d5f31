import { z } from "zod";
import { roleKinds } from "~/domain/auth/permissions";
import type { CalendarEntry } from "~/domain/events/calendar";
import { bodyMessages } from "./body-messages";
import { ruleMessages } from "./rule-messages";

const line = z.string().trim().min(1);
const instant = z.iso.datetime({ offset: true });
const party = z.object({ name: z.string(), address: line });
const answer = z.enum(["needs-action", "accepted", "declined", "tentative"]);

const calendarEntry = z.object({
  method: z.enum(["REQUEST", "CANCEL"]),
  scope: z.enum(["event", "attendee"]).optional(),
  uid: line,
  sequence: z.int().nonnegative(),
  stamp: instant,
  startsAt: instant,
  endsAt: instant,
  zone: line,
  title: z.string(),
  description: z.string(),
  location: z.string().nullable(),
  url: z.string().nullable(),
  organizer: party,
  attendee: party.extend({ answer }),
  rsvp: z.boolean().optional(),
  language: z.enum(["nb", "nn", "en"]),
}) satisfies z.ZodType<CalendarEntry>;

const event = z.object({
  title: line,
  /** Plain text; a blank line parts paragraphs. */
  description: z.string(),
  startsAt: instant,
  endsAt: instant,
  zone: line,
  place: z.string().nullable(),
  /** The event's public page, never a personal or a join link. */
  link: z.url({ protocol: /^https?$/ }).nullable(),
});

/** What every message about an event says. */
const aboutEvent = z.object({
  regionName: line,
  /** Who invites, as the recipient reads it: an office, "Statsforvaltaren i Vestland". */
  sender: line,
  /** The municipality the recipient is contact person of; null for anyone else. */
  municipality: line.nullable(),
  /** Whom the recipient meets for, where she is a substitute. */
  meetsFor: line.optional(),
  event,
});

/** What every message to somebody who has signed up says. */
const aboutRegistration = aboutEvent.extend({
  way: z.enum(["room", "online"]),
  /** The event is held both ways, so that the one chosen is worth saying. */
  choice: z.boolean(),
});

const joinLink = z.url({ protocol: /^https?$/ }).nullable();

export const eventChanges = ["time", "place", "title", "text", "link", "programme"] as const;

/**
 * A message as data: what is stored in the outbox and rendered by `render`. The personal link is not part of it
 * and is given at render time; the six digits of a sign-in are.
 */
export const messageSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("sign-in"),
    code: z.string().regex(/^\d{6}$/),
    /** Where the sign-in was asked for, "Firefox på Windows". */
    browserHint: line.optional(),
  }),
  z.object({
    kind: z.literal("role-invitation"),
    regionName: line,
    role: z.enum(roleKinds),
    municipality: line.nullable().optional(),
    validUntil: instant,
    /** IANA zone for `validUntil`; Europe/Oslo when absent. */
    zone: line.optional(),
  }),
  aboutEvent.extend({
    kind: z.literal("event-invitation"),
    calendar: calendarEntry,
    replyBy: z.iso.date().nullable(),
    /** What the one she meets for has written to a substitute. */
    note: z.string().optional(),
    /** Who was to meet for the recipient, who now comes herself. */
    insteadOf: line.optional(),
  }),
  aboutEvent.extend({
    kind: z.literal("event-update"),
    calendar: calendarEntry,
    changes: z.array(z.enum(eventChanges)).min(1),
    /** Values before the change, for what changed. */
    before: z
      .object({ startsAt: instant, endsAt: instant, place: z.string().nullable(), title: line })
      .partial()
      .optional(),
    /** The answer so far; asked again when `calendar.attendee.answer` is needs-action (C10). */
    answer,
    replyBy: z.iso.date().nullable(),
  }),
  aboutEvent.extend({
    kind: z.literal("event-cancellation"),
    calendar: calendarEntry,
    /** The event is cancelled, or this one invitation is withdrawn (C5). */
    scope: z.enum(["event", "attendee"]),
  }),
  aboutEvent.extend({
    kind: z.literal("event-passed-on"),
    calendar: calendarEntry,
    /** The name of who has taken the role, and the invitation with it, over. */
    successor: line,
  }),
  aboutEvent.extend({
    kind: z.literal("event-reminder"),
    /** To one who has not answered, or has not answered since the event changed; or to one who comes. */
    about: z.enum(["unanswered", "coming"]),
    /** The answer so far. */
    answer,
    replyBy: z.iso.date().nullable(),
    /** Where one joins; for those who have said yes alone. */
    joinLink: joinLink.optional(),
  }),
  aboutEvent.extend({
    kind: z.literal("event-substituted"),
    calendar: calendarEntry,
    /** The name of who has been asked to meet for the recipient. */
    substitute: line,
    /** A deputy that was called up, not named by the recipient. */
    calledUp: z.boolean(),
  }),
  aboutEvent.extend({
    kind: z.literal("event-substitution-ended"),
    calendar: calendarEntry,
    /** The name of the one the recipient was to meet for. */
    first: line,
    /** She comes herself, somebody else is asked, or she is no longer invited herself. */
    why: z.enum(["comes", "other", "withdrawn"]),
  }),
  aboutEvent.extend({
    kind: z.literal("substitute-cannot"),
    substitute: line,
    /** The deputy who is asked in her place; null when nobody is. */
    next: line.nullable(),
  }),
  aboutEvent.extend({
    kind: z.literal("event-answered-for"),
    calendar: calendarEntry,
    /** What somebody else has answered for the recipient. */
    answer: answer.exclude(["needs-action"]),
  }),
  z.object({
    kind: z.literal("subscription-confirmation"),
    regionName: line,
    sender: line,
    /** The names of the newsletters somebody has asked for with this address. */
    newsletters: z.array(line).min(1),
    validUntil: instant,
    /** IANA zone for `validUntil`. */
    zone: line,
  }),
  z.object({
    kind: z.literal("handover-request"),
    regionName: line,
    sender: line,
    municipality: line,
    validUntil: instant,
    /** IANA zone for `validUntil`. */
    zone: line,
  }),
  z.object({
    kind: z.literal("handover-welcome"),
    regionName: line,
    sender: line,
    municipality: line,
    municipalityNumber: line,
    /** What is open for the municipality; each has a personal link of its own, given in this order at render time. */
    events: z.array(event.omit({ description: true, link: true }).extend({ replyBy: z.iso.date().nullable() })),
  }),
  z.object({
    kind: z.literal("feedback-request"),
    regionName: line,
    sender: line,
    event: event.omit({ description: true, link: true }),
    /** The last day it can be answered. */
    closesOn: z.iso.date(),
  }),
  aboutEvent.extend({
    kind: z.literal("answer-confirmation"),
    answer: answer.exclude(["needs-action"]),
    /** The entry with the answer in it, for the recipient's calendar; null sends none. */
    calendar: calendarEntry.nullable().optional(),
  }),
  aboutRegistration.extend({
    kind: z.literal("registration-confirmed"),
    calendar: calendarEntry,
    /** Where one joins, once the event is near; null before. */
    joinLink,
  }),
  /** `position` is the place in the waiting list, from 1. */
  aboutRegistration.extend({ kind: z.literal("registration-waiting"), position: z.int().positive() }),
  aboutRegistration.extend({ kind: z.literal("registration-pending") }),
  aboutRegistration.extend({ kind: z.literal("registration-offered"), until: instant }),
  aboutRegistration.extend({ kind: z.literal("registration-refused") }),
  aboutRegistration.extend({
    kind: z.literal("registration-cancelled"),
    /** Takes the entry away; null where the calendar has none. */
    calendar: calendarEntry.nullable(),
    by: z.enum(["self", "organiser", "event"]),
  }),
  aboutRegistration.extend({
    kind: z.literal("registration-update"),
    calendar: calendarEntry,
    changes: z.array(z.enum(eventChanges)).min(1),
    before: z
      .object({ startsAt: instant, endsAt: instant, place: z.string().nullable(), title: line })
      .partial()
      .optional(),
  }),
  aboutRegistration.extend({ kind: z.literal("registration-join"), joinLink }),
  /**
   * One recipient's copy of an issue: what is filled into the template its delivery names. The two links are made of
   * the delivery's secret, a token of purpose `preferences`.
   */
  z.object({
    kind: z.literal("newsletter"),
    fill: z.object({
      /** Why the recipient gets it, in her language. */
      why: line,
    }),
  }),
  ...ruleMessages,
  ...bodyMessages,
]);

export type Message = z.infer<typeof messageSchema>;
export type MessageKind = Message["kind"];
export type MessageOf<K extends MessageKind> = Extract<Message, { kind: K }>;
