import { mayEdit } from "~/domain/communications-plan/plan";
import { audit } from "~/features/audit/audit.server";
import { findPlan, savePlan } from "~/features/communications-plan/plans.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ClosePlanResult = { ok: true } | { ok: false; reason: "not-found" | "closed" | "changed-meanwhile" };

/** Closes a plan that is still at `version`: nothing of it is changed until somebody reopens it. */
export async function closePlan(
  db: RegionDb,
  { id, version }: { id: string; version: number },
): Promise<ClosePlanResult> {
  const plan = await findPlan(db, id);
  if (!plan) return { ok: false, reason: "not-found" };
  if (!mayEdit(plan)) return { ok: false, reason: "closed" };
  if (!(await savePlan(db, { id, version }, { state: "closed" }))) return { ok: false, reason: "changed-meanwhile" };
  await audit(db, {
    action: "updated",
    subject: "communications-plan",
    id,
    before: { state: plan.state },
    after: { state: "closed" },
  });
  return { ok: true };
}
