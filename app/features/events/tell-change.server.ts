import type { Message, MessageOf } from "#emails/message";
import type { CalendarAnswer } from "~/domain/events/calendar";
import { compareEvents, type EventFacts, tellOf } from "~/domain/events/change";
import { createLinks } from "~/features/auth/auth.db.server";
import { type QueuedMessage, queueMessages } from "~/features/delivery/queue-message.server";
import {
  invitationMessage,
  type Recipient,
  type ToldEvent,
  updateMessage,
} from "~/features/events/event-messages.server";
import { answerLinkEnds } from "~/features/events/event-times.server";
import { holdQueued, invitationsOf, raiseSequence, removeQueued } from "~/features/events/events.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { hashToken, newToken } from "~/platform/tokens.server";

type InvitationRow = {
  personId: string;
  locale: string;
  person: { name: string; email: string };
  municipality: { municipality: { name: string } } | null;
};

/** An event as its changes are compared. */
export function factsOf(event: ToldEvent): EventFacts {
  const { title, description, zone, place, link } = event;
  return {
    title,
    description,
    zone,
    place,
    link,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
  };
}

/** Whom a message about an invitation goes to. */
export function recipientOf(invitation: InvitationRow): Recipient {
  return {
    personId: invitation.personId,
    name: invitation.person.name,
    email: invitation.person.email,
    municipality: invitation.municipality?.municipality.name ?? null,
    locale: invitation.locale === "nn" ? "nn" : "nb",
  };
}

/** What the recipient was last told, from the update that still waits. */
function toldBefore(waiting: MessageOf<"event-update">, before: ToldEvent): ToldEvent {
  const was = waiting.before;
  return {
    ...before,
    ...(was?.title !== undefined && { title: was.title }),
    ...(was?.startsAt !== undefined && { startsAt: new Date(was.startsAt) }),
    ...(was?.endsAt !== undefined && { endsAt: new Date(was.endsAt) }),
    ...(was?.place !== undefined && { place: was.place ?? "" }),
  };
}

/**
 * Queues what the invited are told of a change, at `dueAt`. What still waits is replaced, so that several changes
 * become one mail (M9): an invitation that has not left is written anew, and an update that has not left keeps its
 * SEQUENCE and compares with what the recipient last saw. For everybody else SEQUENCE rises by one (C4, C11).
 * Returns how many will be told.
 */
export async function tellChange(
  db: RegionDb,
  input: { before: ToldEvent; after: ToldEvent; regionName: string; now: Date; dueAt: Date },
): Promise<number> {
  const { before, after, regionName, now, dueAt } = input;
  const queued = await holdQueued(db, after.id);
  const waiting = new Map(
    queued.map((row) => [row.invitationId, { ...row, message: row.message as unknown as Message }]),
  );
  const invitations = await invitationsOf(db, after.id);
  const raised: string[] = [];
  const replaced: string[] = [];
  const letters: (QueuedMessage & { secret: string; invitationId: string; personId: string })[] = [];
  for (const invitation of invitations) {
    const pending = waiting.get(invitation.id);
    const given: CalendarAnswer = invitation.answer ?? "needs-action";
    let letter: { message: Message; sequence: number } | null = null;
    if (pending?.message.kind === "event-invitation") {
      const sequence = invitation.sequence;
      const revision = { sequence, stamp: now, answer: given };
      letter = { message: invitationMessage(after, recipientOf(invitation), regionName, revision), sequence };
    } else {
      const update = pending?.message.kind === "event-update" ? pending.message : null;
      const seen = update ? toldBefore(update, before) : before;
      const found = compareEvents(factsOf(seen), factsOf(after));
      const kinds = [
        ...new Set([...found.kinds, ...(update?.changes.filter((kind) => kind === "text" || kind === "link") ?? [])]),
      ];
      const answer = tellOf(invitation.answer, { ...found, kinds });
      if (answer) {
        const sequence = update ? invitation.sequence : invitation.sequence + 1;
        if (!update) raised.push(invitation.id);
        const change = { kinds, before: seen, given };
        const revision = { sequence, stamp: now, answer };
        letter = { message: updateMessage(after, recipientOf(invitation), regionName, revision, change), sequence };
      }
    }
    if (pending) replaced.push(pending.id);
    if (!letter) continue;
    const secret = newToken();
    letters.push({
      key: `${letter.message.kind}:${invitation.id}:${letter.sequence}:${hashToken(secret).slice(0, 12)}`,
      message: letter.message,
      to: { personId: invitation.personId, name: invitation.person.name, address: invitation.person.email },
      locale: recipientOf(invitation).locale,
      secret,
      dueAt: pending?.message.kind === "event-invitation" ? now : dueAt,
      eventId: after.id,
      invitationId: invitation.id,
      personId: invitation.personId,
    });
  }
  await removeQueued(db, replaced);
  await raiseSequence(db, raised);
  await createLinks(
    db,
    letters.map(({ secret, personId, invitationId }) => ({
      hash: hashToken(secret),
      purpose: "answer" as const,
      personId,
      subjectId: invitationId,
      expiresAt: answerLinkEnds(after.endsAt),
    })),
  );
  await queueMessages(db, letters);
  return letters.length;
}
