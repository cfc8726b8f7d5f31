import type { RegionDb } from "~/platform/db/region-db.server";

/** At most so many are told of at once. */
const most = 40;

/** An activity that was reached: `measure` is what it belongs to. */
export type Reached = { id: string; name: string; measure: string };

/**
 * The activities of adopted plans that stand as done: those that came to do so between two moments, or those of these
 * ids. The first that was reached stands first.
 */
export async function reachedActivities(
  db: RegionDb,
  where: { from: Date; to: Date } | { ids: readonly string[] },
): Promise<Reached[]> {
  const which = "ids" in where ? { id: { in: [...where.ids] } } : { statedAt: { gte: where.from, lte: where.to } };
  const found = await db.activity.findMany({
    where: { ...which, state: "done", measure: { focusArea: { area: { plan: { state: { not: "draft" } } } } } },
    select: { id: true, name: true, measure: { select: { name: true } } },
    orderBy: [{ statedAt: "asc" }, { id: "asc" }],
    take: most,
  });
  return found.map(({ id, name, measure }) => ({ id, name, measure: measure.name }));
}
