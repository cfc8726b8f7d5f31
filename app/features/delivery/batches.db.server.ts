import type { RegionDb } from "~/platform/db/region-db.server";
import type { SystemDb } from "~/platform/db/system-db.server";
import type { Prisma } from "../../../prisma/generated/client";

export type BatchClaim = { regionId: string; id: string; attempts: number; triedAt: Date };

/**
 * Claims the batch that has been due longest, for `leaseSeconds`: one that is frozen and waits, or one whose worker has
 * been silent for too long. From the first claim on the provider may know its key. Null when none is due.
 */
export async function claimBatch(
  db: SystemDb,
  { worker, now, leaseSeconds }: { worker: string; now: Date; leaseSeconds: number },
): Promise<BatchClaim | null> {
  const until = new Date(now.getTime() + leaseSeconds * 1000);
  const [claim] = await db.$queryRaw<BatchClaim[]>`
    UPDATE delivery_batch SET state = 'sending', lease_until = ${until}, leased_by = ${worker}::uuid,
      attempts = attempts + 1, tried_at = coalesce(tried_at, ${now})
    WHERE (region_id, id) IN (
      SELECT b.region_id, b.id FROM delivery_batch b JOIN region r ON r.id = b.region_id
      WHERE b.due_at <= ${now} AND (b.state = 'queued' OR (b.state = 'sending' AND b.lease_until < ${now}))
        AND r.stopped_at IS NULL AND (r.mail_mode = 'live' OR (r.mail_mode = 'to_me' AND r.me_address IS NOT NULL))
      ORDER BY b.due_at LIMIT 1 FOR UPDATE OF b SKIP LOCKED)
    RETURNING region_id AS "regionId", id, attempts, tried_at AS "triedAt"`;
  return claim ?? null;
}

/** A batch this worker has, with what it was frozen from; null when it has lost it. */
export async function batchWithMessages(db: RegionDb, { id, worker }: { id: string; worker: string }) {
  const batch = await db.deliveryBatch.findFirst({
    where: { id, leasedBy: worker, state: "sending" },
    include: { template: true },
  });
  if (!batch) return null;
  const deliveries = await db.delivery.findMany({ where: { batchId: id, state: "sending" }, orderBy: { id: "asc" } });
  return { ...batch, deliveries };
}

/** Makes a batch of messages this worker has claimed; from now on they are the batch's. */
export async function insertBatch(
  db: RegionDb,
  batch: { templateId: string; ids: string[]; hash: string; dueAt: Date; worker: string },
): Promise<void> {
  const { templateId, ids, hash, dueAt, worker } = batch;
  const { id } = await db.deliveryBatch.create({ data: { templateId, size: ids.length, hash, dueAt } });
  const { count } = await db.delivery.updateMany({
    where: { id: { in: ids }, leasedBy: worker, state: "sending" },
    data: { batchId: id, leasedBy: null, leaseUntil: null },
  });
  if (count !== ids.length) throw new Error("messages were lost to another while their batch was made");
}

/** Records what became of a batch, if this worker still has it. */
export async function recordBatch(
  db: RegionDb,
  { id, worker, data }: { id: string; worker: string; data: Prisma.DeliveryBatchUncheckedUpdateManyInput },
): Promise<boolean> {
  const { count } = await db.deliveryBatch.updateMany({
    where: { id, leasedBy: worker, state: "sending" },
    data: { ...data, leasedBy: null, leaseUntil: null },
  });
  return count === 1;
}

/** Records the messages of a batch as left, each with what the provider calls it. What opens a door is erased. */
export async function recordBatchSent(
  db: RegionDb,
  {
    batchId,
    sent,
    at,
    transport,
  }: { batchId: string; sent: { id: string; providerId: string; subject: string }[]; at: Date; transport: string },
): Promise<void> {
  await db.$executeRaw`
    UPDATE delivery d SET state = 'sent', sent_at = ${at}, subject = v.subject, provider_id = v.provider_id,
      transport = ${transport}, last_error = NULL, secret = NULL
    FROM unnest(${sent.map(({ id }) => id)}::uuid[], ${sent.map(({ providerId }) => providerId)}::text[],
      ${sent.map(({ subject }) => subject)}::text[]) AS v (id, provider_id, subject)
    WHERE d.id = v.id AND d.batch_id = ${batchId}::uuid AND d.state = 'sending'`;
}

/** What becomes of the messages of a batch that did not leave. */
export async function updateMessagesOf(
  db: RegionDb,
  batchId: string,
  data: Prisma.DeliveryUncheckedUpdateManyInput,
): Promise<void> {
  await db.delivery.updateMany({ where: { batchId, state: "sending" }, data });
}
