import type { Message } from "#emails/message";
import { audit } from "~/features/audit/audit.server";
import { findDelivery, goesToHeld, placeInLine, requeue } from "~/features/delivery/delivery.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Sends a message that had failed once more. False when it has not failed, when its recipient's address is held, when something newer has been made about
 * the same invitation, and when it invites to an event that has been cancelled or somebody whose invitation
 * another has taken over, or whom another meets for.
 */
export async function retryDelivery(db: RegionDb, input: { id: string; now: Date }): Promise<boolean> {
  const found = await findDelivery(db, input.id);
  if (!found || (await goesToHeld(db, found)) || (await placeInLine(db, found)).overtaken) return false;
  const takesBack = found.kind === "event-cancellation" || takesOut(found.message);
  if ((found.event?.state === "cancelled" || (found.invitation && isOut(found.invitation))) && !takesBack) return false;
  const queued = await requeue(db, input.id, input.now);
  if (queued)
    await audit(db, {
      action: "updated",
      subject: "delivery",
      id: input.id,
      before: { state: "failed" },
      after: { state: "queued" },
    });
  return queued;
}

type StoredInvitation = { withdrawnAt: Date | null; substitutes: unknown[] };
const isOut = ({ withdrawnAt, substitutes }: StoredInvitation) => withdrawnAt !== null || substitutes.length > 0;

/** Whether a message takes the event out of its recipient's calendar alone. */
function takesOut(message: unknown): boolean {
  return (message as Message & { calendar?: { scope?: string } | null }).calendar?.scope === "attendee";
}
