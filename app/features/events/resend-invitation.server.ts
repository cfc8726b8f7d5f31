import { isBeforeChange, judgeAnswer } from "~/domain/events/answer";
import { compareEvents } from "~/domain/events/change";
import { isCounted } from "~/domain/events/seats";
import { audit } from "~/features/audit/audit.server";
import { asTold, invitationMessage, substitutedMessage } from "~/features/events/event-messages.server";
import { findInvitation, hastenQueued, holdEvent, lastTold, raiseSequence } from "~/features/events/events.db.server";
import { queueLetters } from "~/features/events/queue-letters.server";
import type { FoundInvitation } from "~/features/events/substitutes.db.server";
import { factsOf, recipientOf } from "~/features/events/tell-change.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

/**
 * Sends one invitation again with a new link, for somebody whose link has gone; what already waits for the same
 * person goes at once in its place. The calendar entry is the same one with the same SEQUENCE, which rises only when
 * the event is another than that person was told. False when there is nothing to answer any more.
 */
export async function resendInvitation(db: RegionDb, input: { invitationId: string; now: Date }): Promise<boolean> {
  const { now } = input;
  const found = await findInvitation(db, input.invitationId);
  if (found) await holdEvent(db, found.eventId);
  const invitation = found && (await findInvitation(db, found.id));
  if (!invitation?.event.organizerAddress || invitation.withdrawnAt || !judgeAnswer(invitation.event, now).ok)
    return false;
  const { event, answer } = invitation;
  if ((await hastenQueued(db, invitation.id, now)) > 0) return true;
  if (!isCounted(invitation)) return resendSubstituted(db, invitation, now);
  const told = (await lastTold(db, event.id, invitation.id)).get(invitation.id);
  const news = told && compareEvents(factsOf(asTold(event, told)), factsOf(event)).kinds.length > 0;
  if (news) await raiseSequence(db, [invitation.id]);
  const asked = answer === null || (answer !== "declined" && isBeforeChange(invitation, event.askedVersion));
  const region = await ownRegion(db);
  const recipient = recipientOf(invitation);
  const revision = {
    sequence: invitation.sequence + (news ? 1 : 0),
    stamp: event.changedAt,
    answer: asked ? ("needs-action" as const) : answer,
  };
  await queueLetters(db, event, [
    {
      key: `event-invitation:${invitation.id}:again:${newId()}`,
      message: invitationMessage(event, recipient, region.name, revision),
      recipient,
      invitationId: invitation.id,
      dueAt: now,
    },
  ]);
  await audit(db, { action: "sent", subject: "invitation", id: invitation.id });
  return true;
}

/** Sends one whom somebody meets for a new link, to take it back with: her calendar is told what it was told last. */
async function resendSubstituted(db: RegionDb, first: FoundInvitation, now: Date): Promise<boolean> {
  const { event, sequence } = first;
  const [substitute] = first.substitutes;
  if (!substitute) return false;
  const region = await ownRegion(db);
  const recipient = recipientOf(first);
  const revision = { sequence, stamp: first.answeredAt ?? now, answer: "declined" as const };
  const by = { substitute: substitute.person.name, calledUp: substitute.calledUp };
  const message = substitutedMessage(event, recipient, region.name, revision, by);
  const key = `${message.kind}:${first.id}:again:${newId()}`;
  await queueLetters(db, event, [{ key, message, recipient, invitationId: first.id, dueAt: now }]);
  await audit(db, { action: "sent", subject: "invitation", id: first.id });
  return true;
}

/** The same, for the person it was sent to and nobody else. */
export async function resendOwnInvitation(
  db: RegionDb,
  input: { invitationId: string; personId: string; now: Date },
): Promise<boolean> {
  const invitation = await findInvitation(db, input.invitationId);
  return invitation?.personId === input.personId && resendInvitation(db, input);
}
