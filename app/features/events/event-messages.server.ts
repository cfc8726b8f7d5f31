import type { MessageOf } from "#emails/message";
import type { CalendarAnswer, CalendarEntry } from "~/domain/events/calendar";
import type { ChangeKind } from "~/domain/events/change";

/** An event as its messages tell it. */
export type ToldEvent = {
  id: string;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  place: string;
  link: string;
  replyBy: Date | null;
  organizerName: string | null;
  organizerAddress: string | null;
};

/** Who one message goes to. */
export type Recipient = {
  personId: string;
  name: string;
  email: string;
  municipality: string | null;
  locale: "nb" | "nn";
  /** Whom she meets for, where she is a substitute. */
  meetsFor?: string | undefined;
};

/** A message that carries an event's calendar entry. */
export type EventMessage = MessageOf<
  | "event-invitation"
  | "event-update"
  | "event-cancellation"
  | "event-passed-on"
  | "event-substituted"
  | "event-substitution-ended"
  | "event-answered-for"
>;

/** An event with what a message told of it. */
export function asTold<E extends ToldEvent>(event: E, { event: told }: EventMessage): E {
  return {
    ...event,
    title: told.title,
    description: told.description,
    startsAt: new Date(told.startsAt),
    endsAt: new Date(told.endsAt),
    zone: told.zone,
    place: told.place ?? "",
    link: told.link ?? "",
  };
}

type Revision = { sequence: number; stamp: Date; answer: CalendarAnswer };

/** What every message about an event says. */
export function aboutEvent(event: ToldEvent, recipient: Recipient, regionName: string) {
  return {
    regionName,
    sender: event.organizerName ?? regionName,
    municipality: recipient.municipality,
    ...(recipient.meetsFor && { meetsFor: recipient.meetsFor }),
    event: {
      title: event.title,
      description: event.description,
      startsAt: event.startsAt.toISOString(),
      endsAt: event.endsAt.toISOString(),
      zone: event.zone,
      place: event.place || null,
      link: event.link || null,
    },
  };
}

/** The recipient's calendar entry: one UID for the event's life (C4), this one attendee (C8), the same organiser always (C5). */
function entry(
  event: ToldEvent,
  recipient: Recipient,
  revision: Revision,
  method: CalendarEntry["method"],
  scope: "event" | "attendee" = "event",
): CalendarEntry {
  if (!event.organizerAddress) throw new Error("An event that is told of has an organiser");
  return {
    method,
    ...(method === "CANCEL" && { scope }),
    uid: `${event.id}@samvirk`,
    sequence: revision.sequence,
    stamp: revision.stamp.toISOString(),
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    zone: event.zone,
    title: event.title,
    description: event.description,
    location: event.place || null,
    url: event.link || null,
    organizer: { name: event.organizerName ?? "", address: event.organizerAddress },
    attendee: { name: recipient.name, address: recipient.email, answer: revision.answer },
    language: recipient.locale,
  };
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

export function invitationMessage(
  event: ToldEvent,
  recipient: Recipient,
  regionName: string,
  revision: Revision,
  more: Pick<MessageOf<"event-invitation">, "note" | "insteadOf"> = {},
): MessageOf<"event-invitation"> {
  return {
    kind: "event-invitation",
    ...aboutEvent(event, recipient, regionName),
    calendar: entry(event, recipient, revision, "REQUEST"),
    replyBy: day(event.replyBy),
    ...more,
  };
}

export function updateMessage(
  event: ToldEvent,
  recipient: Recipient,
  regionName: string,
  revision: Revision,
  change: { kinds: ChangeKind[]; before: ToldEvent; given: CalendarAnswer },
): MessageOf<"event-update"> {
  const { before } = change;
  return {
    kind: "event-update",
    ...aboutEvent(event, recipient, regionName),
    calendar: entry(event, recipient, revision, "REQUEST"),
    changes: change.kinds,
    before: {
      startsAt: before.startsAt.toISOString(),
      endsAt: before.endsAt.toISOString(),
      place: before.place || null,
      title: before.title,
    },
    answer: change.given,
    replyBy: day(event.replyBy),
  };
}

export function cancellationMessage(
  event: ToldEvent,
  recipient: Recipient,
  regionName: string,
  revision: Revision,
): MessageOf<"event-cancellation"> {
  return {
    kind: "event-cancellation",
    ...aboutEvent(event, recipient, regionName),
    calendar: entry(event, recipient, revision, "CANCEL"),
    scope: "event",
  };
}

/** To one whose invitation is taken back: CANCEL to her alone, without a STATUS, as the event stands (C5). */
export function withdrawalMessage(
  event: ToldEvent,
  recipient: Recipient,
  regionName: string,
  revision: Revision,
): MessageOf<"event-cancellation"> {
  return {
    kind: "event-cancellation",
    ...aboutEvent(event, recipient, regionName),
    calendar: entry(event, recipient, revision, "CANCEL", "attendee"),
    scope: "attendee",
  };
}

/** To one whose invitation another has taken over with her role: CANCEL to her alone, the event stands (C5). */
export function passedOnMessage(
  event: ToldEvent,
  recipient: Recipient,
  regionName: string,
  revision: Revision,
  successor: string,
): MessageOf<"event-passed-on"> {
  return {
    kind: "event-passed-on",
    ...aboutEvent(event, recipient, regionName),
    calendar: entry(event, recipient, revision, "CANCEL", "attendee"),
    successor,
  };
}

/** To one whom somebody else meets for: CANCEL to her alone, and the way to take it back (C11). */
export function substitutedMessage(
  event: ToldEvent,
  recipient: Recipient,
  regionName: string,
  revision: Revision,
  by: { substitute: string; calledUp: boolean },
): MessageOf<"event-substituted"> {
  return {
    kind: "event-substituted",
    ...aboutEvent(event, recipient, regionName),
    calendar: entry(event, recipient, revision, "CANCEL", "attendee"),
    ...by,
  };
}

/** To a substitute who is no longer to meet: CANCEL to her alone (C5). */
export function substitutionEndedMessage(
  event: ToldEvent,
  recipient: Recipient,
  regionName: string,
  revision: Revision,
  by: Pick<MessageOf<"event-substitution-ended">, "first" | "why">,
): MessageOf<"event-substitution-ended"> {
  return {
    kind: "event-substitution-ended",
    ...aboutEvent(event, recipient, regionName),
    calendar: entry(event, recipient, revision, "CANCEL", "attendee"),
    ...by,
  };
}

/** To the first: who was to meet for her cannot, and who is asked in her place. Her calendar has nothing to be told. */
export function substituteCannotMessage(
  event: ToldEvent,
  recipient: Recipient,
  regionName: string,
  by: { substitute: string; next: string | null },
): MessageOf<"substitute-cannot"> {
  return { kind: "substitute-cannot", ...aboutEvent(event, recipient, regionName), ...by };
}

/** To one whom somebody else has answered for: her entry with the answer in it (C10). */
export function answeredForMessage(
  event: ToldEvent,
  recipient: Recipient,
  regionName: string,
  revision: Revision & { answer: Exclude<CalendarAnswer, "needs-action"> },
): MessageOf<"event-answered-for"> {
  return {
    kind: "event-answered-for",
    ...aboutEvent(event, recipient, regionName),
    calendar: entry(event, recipient, revision, "REQUEST"),
    answer: revision.answer,
  };
}
