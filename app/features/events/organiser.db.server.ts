import type { RegionDb } from "~/platform/db/region-db.server";

/** The actor that holds an event and the network it is a gathering of; null when there is no such event. */
export async function findOrganiser(db: RegionDb, eventId: string) {
  return db.event.findFirst({
    where: { id: eventId },
    select: {
      actorId: true,
      networkId: true,
      actor: { select: { id: true, name: true } },
      network: { select: { id: true, name: true } },
    },
  });
}

export async function setOrganiser(
  db: RegionDb,
  eventId: string,
  organiser: { actorId: string | null; networkId: string | null },
): Promise<void> {
  await db.event.updateMany({ where: { id: eventId }, data: organiser });
}

/** The same, as ids. */
export async function organiserIds(db: RegionDb, eventId: string) {
  return db.event.findFirst({ where: { id: eventId }, select: { actorId: true, networkId: true } });
}

/** The same of those of these events that are drafts. */
export async function draftOrganisers(db: RegionDb, eventIds: readonly string[]) {
  return db.event.findMany({
    where: { id: { in: [...eventIds] }, state: "draft" },
    select: { id: true, title: true, actorId: true, networkId: true },
  });
}
