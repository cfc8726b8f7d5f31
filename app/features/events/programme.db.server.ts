import type { RegionDb } from "~/platform/db/region-db.server";

/** When an event is, with its programme in order; null when there is none. */
export async function findProgramme(db: RegionDb, eventId: string) {
  return db.event.findFirst({
    where: { id: eventId },
    select: {
      version: true,
      startsAt: true,
      endsAt: true,
      zone: true,
      programme: {
        select: { id: true, startsAfter: true, title: true, speaker: true, description: true },
        orderBy: [{ position: "asc" }, { id: "asc" }],
      },
    },
  });
}

/** Holds the event, so that two who change its programme go one after the other; null when there is none. */
export async function holdProgramme(db: RegionDb, eventId: string) {
  await db.$queryRaw`SELECT 1 FROM event WHERE id = ${eventId}::uuid FOR UPDATE`;
  return db.event.findFirst({
    where: { id: eventId },
    select: {
      state: true,
      version: true,
      startsAt: true,
      endsAt: true,
      zone: true,
      programme: {
        select: { id: true, startsAfter: true, title: true, speaker: true, description: true },
        orderBy: [{ position: "asc" }, { id: "asc" }],
      },
    },
  });
}

type ItemColumns = { startsAfter: number | null; title: string; speaker: string; description: string };

export async function createItems(
  db: RegionDb,
  eventId: string,
  items: (ItemColumns & { id: string })[],
  from: number,
) {
  await db.programmeItem.createMany({ data: items.map((item, at) => ({ ...item, eventId, position: from + at })) });
}

export async function saveItem(db: RegionDb, id: string, item: ItemColumns): Promise<void> {
  await db.programmeItem.updateMany({ where: { id }, data: item });
}

/** Numbers the items as they are to stand. */
export async function orderItems(db: RegionDb, ids: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE programme_item SET position = wanted.position - 1
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS wanted (id, position)
    WHERE programme_item.id = wanted.id AND programme_item.position <> wanted.position - 1`;
}

/** Takes an item away; its papers stay, as papers of the event. */
export async function removeItem(db: RegionDb, id: string): Promise<void> {
  await db.paper.updateMany({ where: { itemId: id }, data: { itemId: null } });
  await db.programmeItem.deleteMany({ where: { id } });
}
