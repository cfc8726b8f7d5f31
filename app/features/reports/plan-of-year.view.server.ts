import { listRoundPlans, planActivities } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type PlannedActivity = Awaited<ReturnType<typeof planActivities>>[number];

/** The action plan of a year with its activities in order; null where there is none. */
export async function planOfYear(
  db: RegionDb,
  year: number | null,
): Promise<{ year: number; activities: PlannedActivity[] } | null> {
  const plan = (await listRoundPlans(db)).find((one) => one.year === year);
  return plan ? { year: plan.year, activities: await planActivities(db, plan.id) } : null;
}
