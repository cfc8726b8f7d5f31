import type { RegionDb } from "~/platform/db/region-db.server";

/** The texts of minutes that a secretary edits. */
export async function findTexts(db: RegionDb, minutesId: string) {
  return db.minutes.findFirst({
    where: { id: minutesId },
    select: { secretariat: true, introduction: true, closing: true, version: true },
  });
}

/** The items of a meeting in order, with the texts a secretary edits. */
export async function editableItems(db: RegionDb, minutesId: string) {
  return db.agendaItem.findMany({
    where: { minutesId },
    select: {
      ...{ id: true, number: true, year: true, notes: true, decision: true },
      case: { select: { title: true, letter: true, parentId: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 1000,
  });
}

export async function saveItemTexts(db: RegionDb, id: string, data: { notes: string; decision: string }) {
  await db.agendaItem.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } });
}
