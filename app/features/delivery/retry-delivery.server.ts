import { audit } from "~/features/audit/audit.server";
import { findDelivery, goesToHeld, placeInLine, requeue } from "~/features/delivery/delivery.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Sends a message that had failed once more. False when it has not failed, when its recipient's address is held, when something newer has been made about
 * the same invitation, and when it invites to an event that has been cancelled or somebody whose invitation
 * another has taken over.
 */
export async function retryDelivery(db: RegionDb, input: { id: string; now: Date }): Promise<boolean> {
  const found = await findDelivery(db, input.id);
  if (!found || (await goesToHeld(db, found)) || (await placeInLine(db, found)).overtaken) return false;
  const takesBack = ["event-cancellation", "event-passed-on"].includes(found.kind);
  if ((found.event?.state === "cancelled" || found.invitation?.withdrawnAt) && !takesBack) return false;
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
