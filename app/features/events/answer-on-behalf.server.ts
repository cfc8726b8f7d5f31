import type { AnswerValue } from "~/domain/events/answer";
import { isCounted } from "~/domain/events/seats";
import { answeredForMessage, type EventMessage } from "~/features/events/event-messages.server";
import { findInvitation, holdEvent, holdQueued, lastTold, raiseSequence } from "~/features/events/events.db.server";
import { queueLetters } from "~/features/events/queue-letters.server";
import { type RecordAnswerResult, recordAnswer } from "~/features/events/record-answer.server";
import { recipientOf } from "~/features/events/tell-change.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

type OnBehalf = {
  eventId: string;
  invitationId: string;
  /** Who answers for her. */
  personId: string;
  answer: AnswerValue;
  comment?: string | undefined;
  needs?: string | undefined;
  /** When the answer was given that the page showed, ISO 8601; empty when none had been. */
  seen: string;
  now: Date;
};

export type OnBehalfResult = RecordAnswerResult | { ok: false; reason: "changed-meanwhile" };

/**
 * Answers for somebody who has said it otherwise, on the telephone or in the corridor; it is marked so. She is told, and
 * her calendar gets the answer (C10), where that has another.
 */
export async function answerOnBehalf(db: RegionDb, input: OnBehalf): Promise<OnBehalfResult> {
  const { eventId, personId, seen, ...given } = input;
  await holdEvent(db, eventId);
  const invitation = await findInvitation(db, given.invitationId);
  if (invitation?.eventId !== eventId) return { ok: false, reason: "gone" };
  if ((invitation.answeredAt?.toISOString() ?? "") !== seen) return { ok: false, reason: "changed-meanwhile" };
  const result = await recordAnswer(db, { ...given, answeredBy: "on_behalf", answeredForId: personId });
  if (result.ok) await tellHer(db, input);
  return result;
}

/** The mail that says what was answered for her. What waits already and carries the answer goes in its place. */
async function tellHer(db: RegionDb, { eventId, invitationId, answer, now }: OnBehalf): Promise<void> {
  const carries = (message: unknown) => (message as EventMessage).calendar?.attendee.answer === answer;
  const answered = await findInvitation(db, invitationId);
  // Whom a deputy meets for is told that, and her calendar has no entry.
  if (!answered || !isCounted(answered)) return;
  const told = (await lastTold(db, eventId, invitationId)).get(invitationId);
  const waiting = await holdQueued(db, eventId, invitationId);
  if (!told || carries(told) || waiting.some(({ message }) => carries(message))) return;
  await raiseSequence(db, [invitationId]);
  const invitation = await findInvitation(db, invitationId);
  if (!invitation) return;
  const { event, sequence } = invitation;
  const recipient = recipientOf(invitation);
  const { name } = await ownRegion(db);
  await queueLetters(db, event, [
    {
      key: `event-answered-for:${invitationId}:${sequence}:${newId()}`,
      message: answeredForMessage(event, recipient, name, { sequence, stamp: now, answer }),
      recipient,
      invitationId,
      dueAt: now,
    },
  ]);
}
