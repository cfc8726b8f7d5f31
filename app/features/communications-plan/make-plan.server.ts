import type { Period } from "~/domain/communications-plan/period";
import { type PeriodFault, periodFault } from "~/domain/communications-plan/plan";
import { audit } from "~/features/audit/audit.server";
import { listPlans } from "~/features/communications-plan/plan.db.server";
import { insertPlan } from "~/features/communications-plan/plans.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type MakePlanResult = { ok: true; id: string } | ({ ok: false } & PeriodFault);

/** Makes an empty draft of a plan for a period that no other plan shares a day with. */
export async function makePlan(
  db: RegionDb,
  { from, to, preparedBy }: Period & { preparedBy: string },
): Promise<MakePlanResult> {
  const fault = periodFault({ from, to }, await listPlans(db));
  if (fault) return { ok: false, ...fault };
  const id = await insertPlan(db, { from, to, preparedBy });
  await audit(db, {
    action: "created",
    subject: "communications-plan",
    id,
    after: { from, to, ...(preparedBy && { preparedBy }) },
  });
  return { ok: true, id };
}
