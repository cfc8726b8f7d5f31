import { isoDay } from "~/domain/shared/days";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What rows of the plan say about time in their own words, and the plan they are of; networks' words too. */
export async function wordsOf(db: RegionDb, { rowIds, networkIds }: { rowIds: string[]; networkIds: string[] }) {
  const rows = await db.planRow.findMany({
    where: { id: { in: rowIds } },
    select: { id: true, timing: true, plan: { select: { from: true, to: true } } },
  });
  const networks = await db.network.findMany({ where: { id: { in: networkIds } }, select: { id: true, form: true } });
  return {
    rows: new Map(
      rows.map(({ id, timing, plan }) => [id, { timing, plan: { from: isoDay(plan.from), to: isoDay(plan.to) } }]),
    ),
    networks: new Map(networks.map(({ id, form }) => [id, form])),
  };
}
