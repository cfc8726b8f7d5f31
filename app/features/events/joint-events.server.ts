import { openEventsAmong } from "~/features/events/event-details.db.server";
import { withRegion } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";

/** The regions of the installation that a region may hold an event together with: all but itself, by name. */
export async function regionsBeside(regionId: string) {
  return systemDb().region.findMany({
    where: { id: { not: regionId } },
    select: { id: true, slug: true, name: true },
    orderBy: { name: "asc" },
    take: 500,
  });
}

/** So many hosts are asked, and so many events of each are shown. */
const atMost = 20;

/**
 * What other regions hold together with this one and still is to come, as anyone may see it: open, published, and with
 * the host's address of it. The partner does not see what the host has not shown.
 */
export async function jointEvents(regionId: string, now: Date) {
  const named = await systemDb().eventPartner.findMany({
    where: { partnerId: regionId },
    select: { regionId: true, eventId: true },
    orderBy: { id: "desc" },
    take: 500,
  });
  if (named.length === 0) return [];
  const hosts = await systemDb().region.findMany({
    where: { id: { in: named.map((row) => row.regionId) } },
    select: { id: true, slug: true, name: true },
    orderBy: { name: "asc" },
    take: atMost,
  });
  const events = await Promise.all(
    hosts.map(async (host) => {
      const ids = named.flatMap((row) => (row.regionId === host.id ? [row.eventId] : []));
      const found = await withRegion({ regionId: host.id, personId: null, via: "link" }, (db) =>
        openEventsAmong(db, { ids, now, atMost }),
      );
      return found.map((event) => ({
        ...event,
        startsAt: event.startsAt.toISOString(),
        endsAt: event.endsAt.toISOString(),
        host: { slug: host.slug, name: host.name },
      }));
    }),
  );
  return events.flat().sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

export type JointEvent = Awaited<ReturnType<typeof jointEvents>>[number];
