import type { RegionDb } from "~/platform/db/region-db.server";

/** The cells of plan rows and networks that say whom something is for. */
export async function audienceCells(db: RegionDb) {
  const rows = await db.planRow.findMany({
    where: { audience: { not: "" } },
    select: { id: true, channel: true, audience: true, plan: { select: { from: true, to: true } } },
    orderBy: [{ planId: "asc" }, { position: "asc" }],
  });
  const networks = await db.network.findMany({
    where: { audience: { not: "" } },
    select: { id: true, name: true, audience: true },
    orderBy: { position: "asc" },
  });
  return { rows, networks };
}

/** The words somebody has said the meaning of. */
export async function boundWords(db: RegionDb) {
  return db.audienceWords.findMany({
    select: {
      id: true,
      words: true,
      shown: true,
      audienceId: true,
      audience: { select: { id: true, name: true } },
    },
    orderBy: { words: "asc" },
  });
}

export async function findWords(db: RegionDb, words: string) {
  return db.audienceWords.findFirst({ where: { words }, select: { id: true, audienceId: true, shown: true } });
}

export async function createWords(db: RegionDb, data: { words: string; shown: string; audienceId: string | null }) {
  return db.audienceWords.create({ data, select: { id: true } });
}

export async function saveWords(db: RegionDb, id: string, audienceId: string | null): Promise<void> {
  await db.audienceWords.updateMany({ where: { id }, data: { audienceId } });
}

export async function deleteWords(db: RegionDb, id: string): Promise<void> {
  await db.audienceWords.deleteMany({ where: { id } });
}
