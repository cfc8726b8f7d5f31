import { parsePeriodKey, periodKey } from "~/domain/communications-plan/period";
import { type FoundPlanRow, findPlanRow } from "~/features/communications-plan/plan.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The row of this id, when it is of the plan whose period or id is the key. */
export async function rowOfPeriod(db: RegionDb, key: string, id: string): Promise<FoundPlanRow | null> {
  const row = await findPlanRow(db, id);
  if (!row) return null;
  return key === row.plan.id || key === periodKey(row.plan) || sameAs(parsePeriodKey(key), row.plan) ? row : null;
}

export const isRowOfPeriod = async (db: RegionDb, key: string, id: string) => (await rowOfPeriod(db, key, id)) !== null;

function sameAs(period: { from: string; to: string } | null, plan: { from: string; to: string }): boolean {
  return period?.from === plan.from && period.to === plan.to;
}
