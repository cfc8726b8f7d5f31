import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Everything a name can mean in the region, those that have ended too: an older plan names them. */
export async function bookRows(db: RegionDb) {
  const orderBy = [{ position: "asc" as const }, { id: "asc" as const }];
  const actors = await db.actor.findMany({
    select: { id: true, name: true, shortName: true, parentId: true, responsibility: true },
    orderBy,
  });
  const groups = await db.group.findMany({ select: { id: true, name: true, actorId: true }, orderBy });
  const names = await db.actorName.findMany({
    select: { words: true, actorId: true, groupId: true },
    orderBy: { words: "asc" },
  });
  return { actors, groups, names };
}

const distinct = 2000;

/** The words of who is responsible, of every plan row that has any. */
export async function planRowWords(db: RegionDb) {
  const rows = await db.planRow.findMany({
    where: { responsible: { not: "" } },
    select: { id: true, channel: true, responsible: true, plan: { select: { from: true, to: true } } },
    orderBy: [{ plan: { from: "desc" } }, { position: "asc" }, { id: "asc" }],
    take: distinct,
  });
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return rows.map(({ responsible, plan, ...row }) => ({
    ...row,
    words: responsible,
    period: { from: day(plan.from), to: day(plan.to) },
  }));
}

/** The words of who runs it, of every network that has any. */
export async function networkWords(db: RegionDb) {
  const networks = await db.network.findMany({
    where: { operators: { not: "" } },
    select: { id: true, name: true, operators: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: distinct,
  });
  return networks.map(({ operators, ...network }) => ({ ...network, words: operators }));
}

/** What has been said of names, by the words, a page and one at a time; `after` is the id the last page ended with. */
export async function saidNames(db: RegionDb, { after, page }: { after: string | null; page: number }) {
  const last = isUuid(after) ? await db.actorName.findFirst({ where: { id: after }, select: { words: true } }) : null;
  return db.actorName.findMany({
    where: last ? { words: { gt: last.words } } : {},
    select: {
      id: true,
      shown: true,
      actorId: true,
      groupId: true,
      actor: { select: { name: true } },
      group: { select: { name: true } },
    },
    orderBy: { words: "asc" },
    take: page + 1,
  });
}

export async function countSaidNames(db: RegionDb): Promise<number> {
  return db.actorName.count();
}

export async function findName(db: RegionDb, where: { id: string } | { words: string }) {
  return db.actorName.findFirst({
    where,
    select: { id: true, shown: true, actorId: true, groupId: true },
  });
}

/** Whether an actor or group a name is to mean is in the region. */
export async function meaningExists(db: RegionDb, { actorId, groupId }: NameMeaning): Promise<boolean> {
  const select = { id: true } as const;
  if (actorId !== null) return (await db.actor.findFirst({ where: { id: actorId }, select })) !== null;
  if (groupId !== null) return (await db.group.findFirst({ where: { id: groupId }, select })) !== null;
  return true;
}

/** At most one of the two; neither is nobody. */
export type NameMeaning = { actorId: string | null; groupId: string | null };

export async function createName(db: RegionDb, data: NameMeaning & { words: string; shown: string }) {
  return db.actorName.create({ data, select: { id: true } });
}

export async function saveName(db: RegionDb, id: string, data: NameMeaning): Promise<void> {
  await db.actorName.updateMany({ where: { id }, data });
}

export async function deleteName(db: RegionDb, id: string): Promise<void> {
  await db.actorName.deleteMany({ where: { id } });
}
