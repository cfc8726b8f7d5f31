import type { Message, MessageOf } from "#emails/message";
import type { CalendarEntry } from "~/domain/events/calendar";
import type { ChangeKind } from "~/domain/events/change";
import { makeLinks } from "~/features/auth/links.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { answerLinkEnds } from "~/features/events/event-times.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newToken } from "~/platform/tokens.server";

/** An event as those who have signed up are told of it. */
export type ToldEvent = {
  id: string;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  place: string;
  link: string;
  joinLink: string;
  attendanceWay: "room" | "online" | "both";
  organizerName: string | null;
  organizerAddress: string | null;
};

/** Who has signed up, as a message to her needs it. */
export type Registrant = {
  id: string;
  personId: string;
  name: string;
  way: "room" | "online" | "both";
  locale: string;
  person: { email: string };
};

/** How long before the start the join link is sent. Milliseconds. */
export const joinAhead = 60 * 60_000;

/** When the join link is sent. */
export function joinAt({ startsAt }: Pick<ToldEvent, "startsAt">): Date {
  return new Date(startsAt.getTime() - joinAhead);
}

/** What a message tells of an event: what a later one is compared with. */
export function toldOf(event: ToldEvent): MessageOf<"registration-confirmed">["event"] {
  return {
    title: event.title,
    description: event.description,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    zone: event.zone,
    place: event.place || null,
    link: event.link || null,
  };
}

function about(event: ToldEvent, to: Registrant, regionName: string) {
  return {
    regionName,
    sender: event.organizerName || regionName,
    municipality: null,
    event: toldOf(event),
    way: to.way === "online" ? ("online" as const) : ("room" as const),
    choice: event.attendanceWay === "both",
  };
}

export type Revision = { sequence: number; stamp: Date };

/** The calendar entry of one who has signed up: one UID for the event's life, this one attendee (C4, C5, C8). */
export function entryFor(
  event: ToldEvent,
  to: Registrant,
  { sequence, stamp }: Revision,
  method: CalendarEntry["method"],
  scope: "event" | "attendee" = "attendee",
): CalendarEntry {
  if (!event.organizerAddress) throw new Error("An event that is told of has an organiser");
  return {
    method,
    ...(method === "CANCEL" && { scope }),
    uid: `${event.id}@samvirk`,
    sequence,
    stamp: stamp.toISOString(),
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    zone: event.zone,
    title: event.title,
    description: event.description,
    location: event.place || null,
    url: event.link || null,
    organizer: { name: event.organizerName ?? "", address: event.organizerAddress },
    attendee: { name: to.name, address: to.person.email, answer: method === "REQUEST" ? "accepted" : "declined" },
    rsvp: false,
    language: localeOf(to),
  };
}

const localeOf = ({ locale }: { locale: string }) => (locale === "nn" || locale === "en" ? locale : "nb");

/** The words to somebody who stands in this state now. */
export function stateMessage(
  event: ToldEvent,
  to: Registrant,
  regionName: string,
  standing:
    | ({ state: "registered" } & Revision)
    | { state: "waiting"; position: number }
    | { state: "pending" }
    | { state: "refused" }
    | { state: "offered"; until: Date }
    | ({ state: "cancelled"; by: "self" | "organiser"; hadEntry: boolean } & Revision),
): Message {
  const facts = about(event, to, regionName);
  switch (standing.state) {
    case "registered": {
      const near = joinAt(event) <= standing.stamp && facts.way === "online";
      const calendar = entryFor(event, to, standing, "REQUEST");
      return { kind: "registration-confirmed", ...facts, calendar, joinLink: (near && event.joinLink) || null };
    }
    case "waiting":
      return { kind: "registration-waiting", ...facts, position: standing.position };
    case "offered":
      return { kind: "registration-offered", ...facts, until: standing.until.toISOString() };
    case "cancelled": {
      const calendar = standing.hadEntry ? entryFor(event, to, standing, "CANCEL") : null;
      return { kind: "registration-cancelled", ...facts, calendar, by: standing.by };
    }
    case "pending":
      return { kind: "registration-pending", ...facts };
    case "refused":
      return { kind: "registration-refused", ...facts };
  }
}

/** The event is cancelled: CANCEL to whose calendar has it, words alone to the others (C5). */
export function eventCancelledMessage(
  event: ToldEvent,
  to: Registrant,
  regionName: string,
  entry: Revision | null,
): Message {
  const { way, choice, ...facts } = about(event, to, regionName);
  if (!entry) return { kind: "registration-cancelled", ...facts, way, choice, calendar: null, by: "event" };
  const calendar = entryFor(event, to, entry, "CANCEL", "event");
  return { kind: "event-cancellation", ...facts, calendar, scope: "event" };
}

export function changeMessage(
  event: ToldEvent,
  to: Registrant,
  regionName: string,
  revision: Revision,
  change: { kinds: ChangeKind[]; before: MessageOf<"registration-confirmed">["event"] },
): MessageOf<"registration-update"> {
  const { startsAt, endsAt, place, title } = change.before;
  return {
    kind: "registration-update",
    ...about(event, to, regionName),
    calendar: entryFor(event, to, revision, "REQUEST"),
    changes: change.kinds,
    before: { startsAt, endsAt, place, title },
  };
}

export function joinMessage(event: ToldEvent, to: Registrant, regionName: string): MessageOf<"registration-join"> {
  const facts = about(event, to, regionName);
  return { kind: "registration-join", ...facts, joinLink: (facts.way === "online" && event.joinLink) || null };
}

/** One message to somebody who has signed up. */
export type RegistrationLetter = { key: string; message: Message; to: Registrant };

/** Puts letters in the outbox, each with a personal link of its own to the page of the registration. */
export async function queueRegistrationLetters(
  db: RegionDb,
  event: { id: string; endsAt: Date },
  letters: RegistrationLetter[],
  dueAt: Date,
): Promise<void> {
  if (letters.length === 0) return;
  const stamped = letters.map((letter) => ({ ...letter, token: newToken() }));
  await makeLinks(
    db,
    stamped.map(({ token, to }) => ({
      token,
      purpose: "registration" as const,
      personId: to.personId,
      subjectId: to.id,
      expiresAt: answerLinkEnds(event.endsAt),
    })),
  );
  await queueMessages(
    db,
    stamped.map(({ key, message, to, token }) => ({
      key,
      message,
      to: { personId: to.personId, name: to.name, address: to.person.email },
      locale: localeOf(to),
      secret: token,
      dueAt,
      eventId: event.id,
      registrationId: to.id,
    })),
  );
}
