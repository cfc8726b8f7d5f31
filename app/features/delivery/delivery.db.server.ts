import { type RegionDb, readRows } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

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

/** What of the send log is looked at. Times are instants, the second exclusive. */
export type LogFilter = {
  state: string | null;
  municipalityId: string | null;
  kind: string | null;
  /** Part of a recipient's name or address. */
  search: string;
  between: { from: Date; to: Date } | null;
};

function matching({ state, municipalityId, kind, search, between }: LogFilter): Prisma.DeliveryWhereInput {
  const contains = { contains: search, mode: "insensitive" as const };
  const span = between && { gte: between.from, lt: between.to };
  return {
    ...(state && { state: state as "queued" }),
    ...(municipalityId && { municipalityId }),
    ...(kind && { kind }),
    AND: [
      search ? { OR: [{ toName: contains }, { toAddress: contains }] } : {},
      span ? { OR: [{ sentAt: span }, { sentAt: null, dueAt: span }] } : {},
    ],
  };
}

/** What a message speaks of, so that the log says it also before the message has left. */
const about = {
  event: { select: { id: true, title: true } },
  issue: { select: { id: true, year: true, number: true, newsletter: { select: { name: true } } } },
  template: { select: { subject: true } },
} as const;

/** Fifty at a time, newest first. `before` is the id the last page ended with. */
export async function deliveryPage(db: RegionDb, { before, filter }: { before: string | null; filter: LogFilter }) {
  return db.delivery.findMany({
    where: { ...matching(filter), ...(before && { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: 51,
    select: {
      ...{ id: true, kind: true, toName: true, toAddress: true, state: true, subject: true, lastError: true },
      ...{ eventId: true, sentAt: true, dueAt: true, rule: true, municipalityId: true, message: true },
      ...about,
    },
  });
}

export async function countDeliveries(db: RegionDb, filter?: LogFilter) {
  const where = filter ? matching({ ...filter, state: null }) : {};
  const groups = await db.delivery.groupBy({ by: ["state"], where, _count: true });
  return Object.fromEntries(groups.map((group) => [group.state, group._count])) as Partial<
    Record<(typeof groups)[number]["state"], number>
  >;
}

export async function findDelivery(db: RegionDb, id: string) {
  return db.delivery.findFirst({
    where: { id },
    omit: { secret: true },
    include: { ...about, event: true, invitation: { include: { substitutes: { where: { withdrawnAt: null } } } } },
  });
}

/** Puts a failed message in the queue again. */
export async function requeue(db: RegionDb, id: string, now: Date): Promise<boolean> {
  const { count } = await db.delivery.updateMany({
    where: { id, state: "failed" },
    data: {
      state: "queued",
      dueAt: now,
      attempts: 0,
      lastError: null,
      batchId: null,
      leasedBy: null,
      leaseUntil: null,
    },
  });
  return count === 1;
}

/** The region's municipalities, for the log. */
export async function logMunicipalities(db: RegionDb) {
  return readRows<{ id: string; name: string }>(db)`
    SELECT town.id, town.name FROM region_municipality own JOIN municipality town ON town.id = own.municipality_id ORDER BY town.id`;
}

/** The kinds of messages that stand in the log, and how many there are in each state. */
export async function logCounts(db: RegionDb) {
  const groups = await db.delivery.groupBy({ by: ["kind", "state"], _count: true });
  const counts: Awaited<ReturnType<typeof countDeliveries>> = {};
  for (const { state, _count } of groups) counts[state] = (counts[state] ?? 0) + _count;
  return { kinds: [...new Set(groups.map(({ kind }) => kind))], counts };
}

/** Batches that nobody knows the end of, the oldest first. */
export async function parkedBatches(db: RegionDb) {
  return db.deliveryBatch.findMany({
    where: { state: "parked" },
    select: { id: true, size: true, triedAt: true, template: { select: { subject: true } } },
    orderBy: { triedAt: "asc" },
  });
}

/** Ends a parked batch; its messages are put in the queue again where `now` is given. False when it is not parked. */
export async function endBatch(db: RegionDb, { id, now }: { id: string; now: Date | null }): Promise<boolean> {
  const { count } = await db.deliveryBatch.updateMany({ where: { id, state: "parked" }, data: { state: "failed" } });
  if (count === 1 && now)
    await db.delivery.updateMany({
      where: { batchId: id, state: "failed" },
      data: { state: "queued", dueAt: now, attempts: 0, lastError: null, batchId: null },
    });
  return count === 1;
}

/** Sets when all sending was stopped; null starts it again. False when it is so already. */
export async function setStopped(db: RegionDb, at: Date | null): Promise<boolean> {
  const { count } = await db.region.updateMany({
    where: { stoppedAt: at ? null : { not: null } },
    data: { stoppedAt: at },
  });
  return count > 0;
}
