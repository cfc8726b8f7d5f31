import { mayEdit } from "~/domain/communications-plan/plan";
import { audit } from "~/features/audit/audit.server";
import { planNowFrozen } from "~/features/communications-plan/frozen-plan.server";
import { findPlan, insertVersion, listVersions, savePlan } from "~/features/communications-plan/plans.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type AdoptPlanResult =
  | { ok: true; number: number }
  | { ok: false; reason: "not-found" | "closed" | "changed-meanwhile" | "empty" };

/**
 * Adopts a plan that is still at `version` as it stands, and keeps it as the next version. A plan that was adopted
 * before is adopted anew. One without rows and text is nothing to adopt.
 */
export async function adoptPlan(
  db: RegionDb,
  {
    id,
    version,
    adoptedOn,
    adoptedBy,
    today,
  }: { id: string; version: number; adoptedOn: string; adoptedBy: string; today: string },
): Promise<AdoptPlanResult> {
  const plan = await findPlan(db, id);
  if (!plan) return { ok: false, reason: "not-found" };
  if (!mayEdit(plan)) return { ok: false, reason: "closed" };
  if (plan.version !== version) return { ok: false, reason: "changed-meanwhile" };
  const content = await planNowFrozen(db, plan, today);
  if (content.rows.length + content.sections.length === 0 && content.introduction === "")
    return { ok: false, reason: "empty" };
  if (!(await savePlan(db, { id, version }, { state: "adopted", adoptedOn, adoptedBy })))
    return { ok: false, reason: "changed-meanwhile" };
  const number = ((await listVersions(db, id))[0]?.number ?? 0) + 1;
  await insertVersion(db, { planId: id, number, adoptedOn, adoptedBy, content });
  const before = { state: plan.state, adoptedOn: plan.adoptedOn, adoptedBy: plan.adoptedBy };
  await audit(db, {
    action: "updated",
    subject: "communications-plan",
    id,
    before,
    after: { state: "adopted", adoptedOn, adoptedBy, adoptedAs: String(number) },
  });
  return { ok: true, number };
}
