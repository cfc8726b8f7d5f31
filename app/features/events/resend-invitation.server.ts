import { judgeAnswer } from "~/domain/events/answer";
import { audit } from "~/features/audit/audit.db.server";
import { createLinks } from "~/features/auth/auth.db.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { invitationMessage } from "~/features/events/event-messages.server";
import { answerLinkEnds } from "~/features/events/event-times.server";
import { findInvitation } from "~/features/events/events.db.server";
import { recipientOf } from "~/features/events/tell-change.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { hashToken, newToken } from "~/platform/tokens.server";

/**
 * Sends one invitation again with a new link, for somebody whose link has gone. The calendar entry is the same
 * one with the same SEQUENCE. False when there is nothing to answer any more.
 */
export async function resendInvitation(db: RegionDb, input: { invitationId: string; now: Date }): Promise<boolean> {
  const { now } = input;
  const invitation = await findInvitation(db, input.invitationId);
  if (!invitation?.event.organizerAddress || !judgeAnswer(invitation.event, now).ok) return false;
  const { event } = invitation;
  const region = await db.region.findFirstOrThrow();
  const token = newToken();
  const hash = hashToken(token);
  const recipient = recipientOf(invitation);
  const revision = {
    sequence: invitation.sequence,
    stamp: event.changedAt,
    answer: invitation.answer ?? ("needs-action" as const),
  };
  await createLinks(db, [
    {
      hash,
      purpose: "answer",
      personId: recipient.personId,
      subjectId: invitation.id,
      expiresAt: answerLinkEnds(event.endsAt),
    },
  ]);
  await queueMessages(db, [
    {
      key: `event-invitation:${invitation.id}:again:${hash.slice(0, 12)}`,
      message: invitationMessage(event, recipient, region.name, revision),
      to: { personId: recipient.personId, name: recipient.name, address: recipient.email },
      locale: recipient.locale,
      secret: token,
      dueAt: now,
      eventId: event.id,
      invitationId: invitation.id,
    },
  ]);
  await audit(db, { action: "sent", subject: "invitation", id: invitation.id });
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
