import { audit } from "~/features/audit/audit.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { asTold, withdrawalMessage } from "~/features/events/event-messages.server";
import { findInvitation, holdEvent, holdQueued, lastTold, removeQueued } from "~/features/events/events.db.server";
import { withdrawInvitation as markWithdrawn } from "~/features/events/passing.db.server";
import { removeInvitations, untoldOf } from "~/features/events/planned.db.server";
import { withdrawSubstitutes } from "~/features/events/substitution.server";
import { recipientOf } from "~/features/events/tell-change.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type WithdrawResult = { ok: true; told: boolean } | { ok: false; reason: "gone" | "cancelled" | "over" };

/**
 * Takes one person's invitation back. She alone gets a CANCEL, without a STATUS, with a higher SEQUENCE and what she had
 * last been sent (C5); what waits for her is dropped, and who has been sent nothing hears nothing. Who meets for her
 * meets no more.
 */
export async function withdrawInvitation(
  db: RegionDb,
  input: { eventId: string; invitationId: string; now: Date },
): Promise<WithdrawResult> {
  const { now } = input;
  const event = await holdEvent(db, input.eventId);
  const invitation = event && (await findInvitation(db, input.invitationId));
  if (!invitation || invitation.eventId !== event.id || invitation.withdrawnAt) return { ok: false, reason: "gone" };
  if (event.state === "cancelled") return { ok: false, reason: "cancelled" };
  if (event.startsAt <= now) return { ok: false, reason: "over" };
  const { id, answer, personId } = invitation;
  await withdrawSubstitutes(db, { event, first: invitation, now });
  const waiting = await holdQueued(db, event.id, id);
  await removeQueued(
    db,
    waiting.map((row) => row.id),
  );
  await audit(db, {
    action: "cancelled",
    subject: "invitation",
    id,
    before: { personId, municipalityId: invitation.municipalityId, answer },
    after: {},
  });
  const last = (await lastTold(db, event.id, id)).get(id);
  const untold = last ? [] : await untoldOf(db, [id]);
  if (untold.length > 0) {
    await removeInvitations(db, [id]);
    return { ok: true, told: false };
  }
  const sequence = invitation.sequence + 1;
  await markWithdrawn(db, id, { sequence, withdrawnAt: now });
  if (!last) return { ok: true, told: false };
  const region = await ownRegion(db);
  const recipient = recipientOf(invitation);
  const revision = { sequence, stamp: now, answer: answer ?? ("needs-action" as const) };
  await queueMessages(db, [
    {
      key: `event-withdrawal:${id}:${sequence}`,
      message: withdrawalMessage(asTold(event, last), recipient, region.name, revision),
      to: { personId, name: recipient.name, address: recipient.email },
      locale: recipient.locale,
      dueAt: now,
      eventId: event.id,
      invitationId: id,
    },
  ]);
  return { ok: true, told: true };
}
