import { audit } from "~/features/audit/audit.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { asTold, cancellationMessage } from "~/features/events/event-messages.server";
import {
  holdEvent,
  holdQueued,
  invitationsOf,
  lastTold,
  raiseSequence,
  removeQueued,
  updateEvent,
} from "~/features/events/events.db.server";
import { recipientOf } from "~/features/events/tell-change.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type CancelResult = { ok: true; told: number } | { ok: false; reason: "cancelled" | "over" };

/**
 * Cancels an event. Everybody whose calendar has it gets a CANCEL at once (C5, M9), with what had last been sent to
 * them in the entry; what still waited is dropped, and who had not been sent anything hears nothing. An event that is
 * over stands.
 */
export async function cancelEvent(db: RegionDb, input: { eventId: string; now: Date }): Promise<CancelResult> {
  const { now } = input;
  const event = await holdEvent(db, input.eventId);
  if (!event || event.state === "cancelled") return { ok: false, reason: "cancelled" };
  if (event.endsAt <= now) return { ok: false, reason: "over" };
  const waiting = await holdQueued(db, event.id);
  await removeQueued(
    db,
    waiting.map((row) => row.id),
  );
  await updateEvent(db, event.id, { state: "cancelled", version: event.version + 1, changedAt: now });
  await audit(db, {
    action: "cancelled",
    subject: "event",
    id: event.id,
    before: { state: event.state },
    after: { state: "cancelled" },
  });
  const toldTo = await lastTold(db, event.id);
  const invitations = (await invitationsOf(db, event.id)).flatMap((invitation) => {
    const told = toldTo.get(invitation.id);
    return told ? [{ ...invitation, told }] : [];
  });
  if (invitations.length === 0) return { ok: true, told: 0 };
  const region = await ownRegion(db);
  // An update that never left took its SEQUENCE with it; the next number is higher all the same.
  await raiseSequence(
    db,
    invitations.map((invitation) => invitation.id),
  );
  await queueMessages(
    db,
    invitations.map((invitation) => {
      const recipient = recipientOf(invitation);
      const revision = {
        sequence: invitation.sequence + 1,
        stamp: now,
        answer: invitation.answer ?? ("needs-action" as const),
      };
      return {
        key: `event-cancellation:${invitation.id}`,
        message: cancellationMessage(asTold(event, invitation.told), recipient, region.name, revision),
        to: { personId: recipient.personId, name: recipient.name, address: recipient.email },
        locale: recipient.locale,
        dueAt: now,
        eventId: event.id,
        invitationId: invitation.id,
      };
    }),
  );
  return { ok: true, told: invitations.length };
}
