import type { RegionDb } from "~/platform/db/region-db.server";

/** Messages that go also while the region is on hold (M10): nobody gets in without them. */
export const neverHeld = [
  "sign-in",
  "role-invitation",
  "answer-confirmation",
  "subscription-confirmation",
  "registration-confirmed",
  "registration-waiting",
  "registration-pending",
];

/** Mail about an invitation that says nothing to a calendar: it waits for nothing and holds nothing up. */
export const besideTheLine = ["event-reminder"];

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
