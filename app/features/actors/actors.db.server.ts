import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

export const pageSize = 50;

/** The actors in the region's order, fifty and one at a time; `after` is the id the last page ended with. */
export async function actorsPage(db: RegionDb, after: string | null) {
  const last = isUuid(after)
    ? await db.actor.findFirst({ where: { id: after }, select: { id: true, position: true } })
    : null;
  return db.actor.findMany({
    where: last ? { OR: [{ position: { gt: last.position } }, { position: last.position, id: { gt: last.id } }] } : {},
    select: {
      id: true,
      name: true,
      role: true,
      responsibility: true,
      tasks: { select: { name: true }, orderBy: { position: "asc" } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: pageSize + 1,
  });
}

export async function countActors(db: RegionDb): Promise<number> {
  return db.actor.count();
}
