import { audit } from "~/features/audit/audit.server";
import { findPlan, savePlan } from "~/features/communications-plan/plans.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ReopenPlanResult = { ok: true } | { ok: false; reason: "not-found" | "not-closed" | "changed-meanwhile" };

/** Opens a closed plan again: as adopted when it ever was, else as a draft. */
export async function reopenPlan(
  db: RegionDb,
  { id, version }: { id: string; version: number },
): Promise<ReopenPlanResult> {
  const plan = await findPlan(db, id);
  if (!plan) return { ok: false, reason: "not-found" };
  if (plan.state !== "closed") return { ok: false, reason: "not-closed" };
  const state = plan.adoptedOn === null ? "draft" : "adopted";
  if (!(await savePlan(db, { id, version }, { state }))) return { ok: false, reason: "changed-meanwhile" };
  await audit(db, {
    action: "updated",
    subject: "communications-plan",
    id,
    before: { state: "closed" },
    after: { state },
  });
  return { ok: true };
}
