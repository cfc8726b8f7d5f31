import { parsePeriodKey, periodKey } from "~/domain/communications-plan/period";
import { listPlans } from "~/features/communications-plan/plan.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The plan whose period, or whose id, stands in an address; null when the region has none such. */
export async function planOfKey(db: RegionDb, key: string) {
  const wanted = parsePeriodKey(key);
  const plans = await listPlans(db);
  const plan = plans.find((own) => (wanted ? own.from === wanted.from && own.to === wanted.to : own.id === key));
  return plan ? { ...plan, key: periodKey(plan) } : null;
}
