import type { SystemDb } from "~/platform/db/system-db.server";

/** The events of all regions that something is due of, the longest due first: whose they are, and nothing of what they are. */
export async function eventsToWake(db: SystemDb, { now, most }: { now: Date; most: number }) {
  return db.event.findMany({
    where: { wakeAt: { lte: now } },
    select: { regionId: true, id: true },
    orderBy: { wakeAt: "asc" },
    take: most,
  });
}

/** The regions whose rules have something to do by now, the longest due first. */
export async function regionsToTick(db: SystemDb, { now, most }: { now: Date; most: number }) {
  return db.region.findMany({
    where: { automationAt: { lte: now } },
    select: { id: true },
    orderBy: { automationAt: "asc" },
    take: most,
  });
}
