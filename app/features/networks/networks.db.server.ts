import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

export const pageSize = 50;

/** The networks in the region's order, fifty and one at a time; `after` is the id the last page ended with. */
export async function networksPage(db: RegionDb, after: string | null) {
  const last = isUuid(after)
    ? await db.network.findFirst({ where: { id: after }, select: { id: true, position: true } })
    : null;
  return db.network.findMany({
    where: last ? { OR: [{ position: { gt: last.position } }, { position: last.position, id: { gt: last.id } }] } : {},
    select: { id: true, name: true, operators: true, status: true, audience: true, theme: true, form: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: pageSize + 1,
  });
}

export async function countNetworks(db: RegionDb): Promise<number> {
  return db.network.count();
}

/** One network; null for an id that is none, or another region's. */
export async function findNetwork(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  return db.network.findFirst({
    where: { id },
    select: {
      id: true,
      name: true,
      operators: true,
      status: true,
      audience: true,
      theme: true,
      form: true,
      benefit: true,
      links: true,
    },
  });
}
