import { listPlans } from "~/features/communications-plan/plan.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The plans of the region, the oldest period first; ISO days, both inclusive. */
export function plansView(db: RegionDb) {
  return listPlans(db);
}
