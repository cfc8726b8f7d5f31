import type { HoldReason } from "~/domain/delivery/hold";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { SystemDb } from "~/platform/db/system-db.server";
import type { Prisma } from "../../../prisma/generated/client";

export type Claim = { regionId: string; id: string; attempts: number };

/** Messages that go also while the region is on hold (M10): nobody gets in without them. */
const neverHeld = [
  "sign-in",
  "role-invitation",
  "answer-confirmation",
  "subscription-confirmation",
  "registration-confirmed",
  "registration-waiting",
  "registration-pending",
];

/**
 * Claims up to `limit` messages that are due, for `leaseSeconds`. What another worker has claimed is skipped; a lease
 * that has run out is taken over. Messages of a region on hold stay where they are.
 */
export async function claimDue(
  db: SystemDb,
  { worker, now, limit, leaseSeconds }: { worker: string; now: Date; limit: number; leaseSeconds: number },
): Promise<Claim[]> {
  const until = new Date(now.getTime() + leaseSeconds * 1000);
  return db.$queryRaw<Claim[]>`
    UPDATE delivery SET state = 'sending', lease_until = ${until}, leased_by = ${worker}::uuid, attempts = attempts + 1
    WHERE (region_id, id) IN (
      SELECT d.region_id, d.id FROM delivery d JOIN region r ON r.id = d.region_id
      WHERE d.due_at <= ${now}
        AND (d.state = 'queued' OR (d.state = 'sending' AND d.lease_until < ${now}))
        AND (r.mail_mode = 'live' OR d.kind = ANY (${neverHeld}))
      ORDER BY d.due_at LIMIT ${limit} FOR UPDATE OF d SKIP LOCKED)
    RETURNING region_id AS "regionId", id, attempts`;
}

/** Moves this worker's lease on; false when it has lost the message. */
export async function renewLease(db: SystemDb, claim: Claim, worker: string, until: Date): Promise<boolean> {
  const { count } = await db.delivery.updateMany({
    where: { regionId: claim.regionId, id: claim.id, leasedBy: worker, state: "sending" },
    data: { leaseUntil: until },
  });
  return count === 1;
}

export async function claimedDelivery(db: RegionDb, id: string, worker: string) {
  return db.delivery.findFirst({ where: { id, leasedBy: worker, state: "sending" }, include: { template: true } });
}

/** Mail about an invitation that says nothing to a calendar: it waits for nothing and holds nothing up. */
const besideTheLine = ["event-reminder"];

/**
 * Where a message stands among those about the same invitation or registration: behind one that has not left yet, or overtaken by one
 * that was made later.
 */
export async function placeInLine(
  db: RegionDb,
  {
    id,
    invitationId,
    registrationId,
    kind,
  }: { id: string; invitationId: string | null; registrationId: string | null; kind: string },
) {
  const subject = invitationId ? { invitationId } : registrationId ? { registrationId } : null;
  if (subject === null || besideTheLine.includes(kind)) return { behind: false, overtaken: false };
  const others = await db.delivery.findMany({
    where: { ...subject, id: { not: id }, state: { not: "dropped" }, kind: { notIn: besideTheLine } },
    select: { id: true, state: true },
  });
  return {
    behind: others.some((other) => other.id < id && (other.state === "queued" || other.state === "sending")),
    overtaken: others.some((other) => other.id > id),
  };
}

export async function personOf(db: RegionDb, id: string) {
  return db.person.findFirst({ where: { id }, select: { id: true, email: true, heldSince: true, heldReason: true } });
}

/** Why nothing is to be sent to a message's recipient now; null when it may go. */
export async function goesToHeld(db: RegionDb, { kind, personId }: { kind: string; personId: string | null }) {
  if (personId === null || neverHeld.includes(kind)) return null;
  const person = await personOf(db, personId);
  return person?.heldSince ? (person.heldReason ?? "by_hand") : null;
}

export async function holdPerson(
  db: RegionDb,
  id: string,
  data: { heldSince: Date; heldReason: HoldReason },
): Promise<void> {
  await db.person.updateMany({ where: { id }, data });
}

/**
 * What the recipient's server said to the last messages to an address that it took or refused, the newest first: null
 * when it took one, else its code. What failed on the way says nothing of the recipient and is not there.
 */
export async function lastOutcomes(db: RegionDb, { personId, address }: { personId: string; address: string }) {
  const last = await db.delivery.findMany({
    where: {
      personId,
      toAddress: address,
      OR: [{ state: "sent" }, { state: "failed", lastError: { startsWith: "recipient: " } }],
    },
    select: { state: true, lastError: true },
    orderBy: { id: "desc" },
    take: 3,
  });
  return last.map(({ state, lastError }) => (state === "sent" ? null : (lastError ?? "").replace("recipient: ", "")));
}

/** Records what became of a message, if this worker still holds it. */
export async function recordOutcome(
  db: RegionDb,
  { id, worker, data }: { id: string; worker: string; data: Prisma.DeliveryUncheckedUpdateManyInput },
): Promise<boolean> {
  const { count } = await db.delivery.updateMany({ where: { id, leasedBy: worker, state: "sending" }, data });
  return count === 1;
}

/** Fifty at a time, newest first. `before` is the id the last page ended with. */
export async function deliveryPage(db: RegionDb, { before, state }: { before: string | null; state: string | null }) {
  return db.delivery.findMany({
    where: {
      ...(before && { id: { lt: before } }),
      ...(state && { state: state as "queued" }),
    },
    orderBy: { id: "desc" },
    take: 51,
    omit: { message: true, secret: true },
  });
}

export async function countDeliveries(db: RegionDb) {
  const groups = await db.delivery.groupBy({ by: ["state"], _count: true });
  return Object.fromEntries(groups.map((group) => [group.state, group._count])) as Partial<
    Record<(typeof groups)[number]["state"], number>
  >;
}

export async function findDelivery(db: RegionDb, id: string) {
  return db.delivery.findFirst({
    where: { id },
    omit: { secret: true },
    include: { event: true, invitation: { include: { substitutes: { where: { withdrawnAt: null } } } } },
  });
}

/** Puts a failed message in the queue again. */
export async function requeue(db: RegionDb, id: string, now: Date): Promise<boolean> {
  const { count } = await db.delivery.updateMany({
    where: { id, state: "failed" },
    data: { state: "queued", dueAt: now, attempts: 0, lastError: null, leasedBy: null, leaseUntil: null },
  });
  return count === 1;
}
