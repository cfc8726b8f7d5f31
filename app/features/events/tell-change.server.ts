import { isBeforeChange } from "~/domain/events/answer";
import { compareEvents, type EventFacts, tellOf } from "~/domain/events/change";
import { isCounted } from "~/domain/events/seats";
import {
  asTold,
  type EventMessage,
  invitationMessage,
  type Recipient,
  type ToldEvent,
  updateMessage,
} from "~/features/events/event-messages.server";
import {
  holdQueued,
  invitationsOf,
  lastTold,
  raiseSequence,
  removeQueued,
  renewAnswers,
} from "~/features/events/events.db.server";
import { type Letter, queueLetters } from "~/features/events/queue-letters.server";
import { type RemindedEvent, refreshReminders } from "~/features/events/reminder-messages.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

type InvitationRow = {
  personId: string;
  locale: string;
  person: { name: string; email: string };
  municipality: { municipality: { name: string } } | null;
  substituteFor?: { person: { name: string } } | null;
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
    meetsFor: invitation.substituteFor?.person.name,
  };
}

type Invitation = Awaited<ReturnType<typeof invitationsOf>>[number];

/**
 * Whether an answer from before time or place changed counts again: what the recipient was last told is where the
 * event is now, and the answer was to that. One given while the change stood is not.
 */
function holdsAgain(invitation: Invitation, told: EventMessage, asksAgain: boolean, askedVersion: number): boolean {
  const { answer, answeredAt, answeredVersion } = invitation;
  if (asksAgain || !answer || !answeredAt || (answeredVersion ?? 0) >= askedVersion - 1) return false;
  return told.calendar.attendee.answer === answer || answeredAt > new Date(told.calendar.stamp);
}

/**
 * Queues what the invited are told of an event as it now is, at `dueAt`: each what is different from what that one
 * was last sent. What still waits is replaced, so that several changes become one mail (M9) and what was taken back
 * is not told: who has been sent nothing gets the invitation anew, what has not left keeps its SEQUENCE, and for
 * everybody else SEQUENCE rises by one (C4, C11). With `invitationId` only that one is told, and what waits
 * keeps its time, as a planned invitation always does. Reminders that wait follow. Returns how many will be told.
 */
export async function tellChange(
  db: RegionDb,
  input: {
    event: RemindedEvent;
    regionName: string;
    now: Date;
    dueAt: Date;
    invitationId?: string;
    /** That the programme is another too. It stays in what waits until that has left. */
    programme?: boolean;
  },
): Promise<number> {
  const { event, regionName, now, dueAt, invitationId } = input;
  const waitsFor = await holdQueued(db, event.id, invitationId);
  const queued = waitsFor.filter(({ kind }) => kind !== "event-reminder");
  const toldTo = await lastTold(db, event.id, invitationId);
  const raised: string[] = [];
  const renewed: string[] = [];
  const replaced: string[] = [];
  const letters: Letter[] = [];
  // Whom somebody meets for has nothing in her calendar to be changed.
  const invitations = (await invitationsOf(db, event.id, invitationId)).filter(isCounted);
  for (const invitation of invitations) {
    const waiting = queued.filter((row) => row.invitationId === invitation.id);
    const told = toldTo.get(invitation.id);
    // Who has said no and has nothing in her calendar is not invited anew by a change.
    if (!told && waiting.length === 0 && (invitationId || invitation.answer === "declined")) continue;
    const recipient = recipientOf(invitation);
    const given = invitation.answer ?? ("needs-action" as const);
    const rise = !waiting.some((row) => sequenceOf(row) > (told?.calendar.sequence ?? -1));
    let { sequence } = invitation;
    let message: EventMessage | null = null;
    const stale = isBeforeChange(invitation, event.askedVersion);
    if (!told) {
      sequence += rise ? 1 : 0;
      const answer = stale && given !== "declined" ? "needs-action" : given;
      message = invitationMessage(event, recipient, regionName, { sequence, stamp: now, answer });
    } else {
      const before = asTold(event, told);
      const found = compareEvents(factsOf(before), factsOf(event));
      if (input.programme || waiting.some(tellsProgramme)) found.kinds.push("programme");
      const again = holdsAgain(invitation, told, found.asksAgain, event.askedVersion);
      if (again) renewed.push(invitation.id);
      const answer = tellOf(invitation.answer, { ...found, asksAgain: stale && !again });
      if (answer) {
        sequence += rise ? 1 : 0;
        const change = { kinds: found.kinds, before, given };
        message = updateMessage(event, recipient, regionName, { sequence, stamp: now, answer }, change);
      }
    }
    // A copy that somebody asked for says the same as the last one and may go.
    const copies = message ? [] : waiting.filter((row) => sequenceOf(row) === told?.calendar.sequence);
    replaced.push(...waiting.filter((row) => !copies.includes(row)).map((row) => row.id));
    if (!message) continue;
    if (rise) raised.push(invitation.id);
    letters.push({
      key: `${message.kind}:${invitation.id}:${sequence}:${newId()}`,
      message,
      recipient,
      invitationId: invitation.id,
      dueAt: dueOf({ told: told !== undefined, planned: waiting[0]?.dueAt ?? null }),
    });
  }
  await removeQueued(db, replaced);
  await raiseSequence(db, raised);
  await renewAnswers(db, renewed, event.askedVersion);
  await queueLetters(db, event, letters);
  await refreshReminders(db, {
    event,
    regionName,
    invitations: invitations.map((invitation) => ({ ...invitation, recipient: recipientOf(invitation) })),
    waiting: waitsFor.filter(({ kind }) => kind === "event-reminder"),
  });
  return letters.length;

  /** What waits for one alone keeps its time; an invitation nobody has got keeps the one it is planned for. */
  function dueOf({ told, planned }: { told: boolean; planned: Date | null }): Date {
    if (!told) return !planned || planned <= now ? now : planned < event.startsAt ? planned : dueAt;
    return (invitationId && planned) || dueAt;
  }
}

function tellsProgramme({ message }: { message: unknown }): boolean {
  const waiting = message as EventMessage;
  return waiting.kind === "event-update" && waiting.changes.includes("programme");
}

function sequenceOf({ message }: { message: unknown }): number {
  return (message as EventMessage).calendar.sequence;
}
