import { audit } from "~/features/audit/audit.server";
import { endBatch, setStopped } from "~/features/delivery/delivery.db.server";
import { outbox } from "~/features/delivery/queue-message.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

/**
 * Stops all that the region sends, within one batch: workers claim nothing more of it. What lets somebody in goes as
 * ever. False when it is stopped already.
 */
export async function stopSending(db: RegionDb, now: Date): Promise<boolean> {
  return changeStop(db, now);
}

/** Lets the region send again, what has waited first. False when it is not stopped. */
export async function startSending(db: RegionDb): Promise<boolean> {
  const started = await changeStop(db, null);
  if (started) await db.$executeRaw`SELECT pg_notify(${outbox}, '')`;
  return started;
}

async function changeStop(db: RegionDb, at: Date | null): Promise<boolean> {
  const changed = await setStopped(db, at);
  const stoppedAt = at?.toISOString() ?? null;
  if (changed)
    await audit(db, { action: "updated", subject: "region", id: accessFor(db).regionId, after: { stoppedAt } });
  return changed;
}

/**
 * What a person decides of a batch that may or may not have left: its messages are sent again, in new batches under new
 * keys, or let be. False when it is decided already.
 */
export async function decideBatch(
  db: RegionDb,
  { id, again, now }: { id: string; again: boolean; now: Date },
): Promise<boolean> {
  const decided = await endBatch(db, { id, now: again ? now : null });
  if (!decided) return false;
  await audit(db, {
    action: "updated",
    subject: "delivery",
    id,
    before: { state: "parked" },
    after: { state: again ? "queued" : "failed" },
  });
  if (again) await db.$executeRaw`SELECT pg_notify(${outbox}, '')`;
  return true;
}
