import { audit } from "~/features/audit/audit.db.server";
import { requeue } from "~/features/delivery/delivery.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Sends a message that had failed once more. False when it has not failed. */
export async function retryDelivery(db: RegionDb, input: { id: string; now: Date }): Promise<boolean> {
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
