import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

const words = { id: true, channel: true, channelId: true, theme: true, goal: true, timing: true } as const;

/** The rows of all plans that are not closed, and one more (`keep`), in their plans' order, the newest plan first. */
export async function listRowsToChoose(db: RegionDb, keep: string | null) {
  return db.planRow.findMany({
    where: { OR: [{ plan: { state: { not: "closed" } } }, ...(keep === null ? [] : [{ id: keep }])] },
    select: { ...words, plan: { select: { id: true, from: true, to: true } } },
    orderBy: [{ plan: { from: "desc" } }, { position: "asc" }, { id: "asc" }],
  });
}

/** The words of one row; null for an id that is none, or another region's. */
export async function findRowWords(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  return db.planRow.findFirst({ where: { id }, select: { ...words, responsible: true } });
}
