import type { PlanState } from "~/domain/action-plan/activity";
import { createPlan, findPlan, findWholePlan, listPlans, savePlan } from "~/features/action-plan/action-plan.db.server";
import { hasDecision } from "~/features/action-plan/activities.db.server";
import { freezePlan } from "~/features/action-plan/freeze-plan.server";
import { audit } from "~/features/audit/audit.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type KeptPlan =
  | { ok: true }
  | {
      ok: false;
      reason:
        | "not-found"
        | "taken"
        | "closed"
        | "changed-meanwhile"
        | "empty"
        | "decision-gone"
        | "not-closed"
        | "not-adopted";
    };

/** Makes an empty plan for a year that has none. */
export async function makePlan(db: RegionDb, { year, name }: { year: number; name: string }): Promise<KeptPlan> {
  await lockRegion(db, "action-plan");
  if ((await listPlans(db)).some((plan) => plan.year === year)) return { ok: false, reason: "taken" };
  const id = await createPlan(db, { year, name });
  await audit(db, { action: "created", subject: "action-plan", id, after: { year, name } });
  return { ok: true };
}

/** Changes the name and the introduction of a plan that is still at `version`. */
export async function editPlan(
  db: RegionDb,
  year: number,
  { version, name, introduction }: { version: number; name: string; introduction: string },
): Promise<KeptPlan> {
  const plan = await findPlan(db, year);
  if (!plan) return { ok: false, reason: "not-found" };
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  if (!(await savePlan(db, { id: plan.id, version }, { name, introduction })))
    return { ok: false, reason: "changed-meanwhile" };
  await audit(db, {
    ...{ action: "updated", subject: "action-plan", id: plan.id },
    before: { name: plan.name, introduction: plan.introduction },
    after: { name, introduction },
  });
  return { ok: true };
}

/**
 * Adopts a plan that is still at `version` as it stands, by a decision of ours or in words, and keeps it as the next
 * version. One that was adopted before is adopted anew.
 */
export async function adoptPlan(
  db: RegionDb,
  year: number,
  input: { version: number; adoptedOn: string; adoptedBy: string; itemId: string | null },
): Promise<KeptPlan> {
  const plan = await findWholePlan(db, year);
  if (!plan) return { ok: false, reason: "not-found" };
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  if (plan.areas.every(({ focusAreas }) => focusAreas.length === 0)) return { ok: false, reason: "empty" };
  const { version, adoptedOn, adoptedBy, itemId } = input;
  if (itemId !== null && !(await hasDecision(db, itemId))) return { ok: false, reason: "decision-gone" };
  const change = { state: "adopted" as const, adoptedOn, adoptedBy, adoptedInId: itemId };
  if (!(await savePlan(db, { id: plan.id, version }, change))) return { ok: false, reason: "changed-meanwhile" };
  const number = await freezePlan(db, year, { adoptedOn, adoptedBy });
  await audit(db, {
    ...{ action: "approved", subject: "action-plan", id: plan.id },
    before: { state: plan.state, adoptedOn: plan.adoptedOn, adoptedBy: plan.adoptedBy },
    after: { state: "adopted", adoptedOn, adoptedBy, adoptedAs: String(number) },
  });
  return { ok: true };
}

/** Closes a plan, so that nothing of it is changed, or opens it again as it was. */
export async function setClosed(
  db: RegionDb,
  year: number,
  { version, closed }: { version: number; closed: boolean },
): Promise<KeptPlan> {
  const plan = await findPlan(db, year);
  if (!plan) return { ok: false, reason: "not-found" };
  if (closed && plan.state === "closed") return { ok: false, reason: "closed" };
  if (!closed && plan.state !== "closed") return { ok: false, reason: "not-closed" };
  if (closed && plan.state === "draft") return { ok: false, reason: "not-adopted" };
  const open: PlanState = plan.adoptedOn ? "adopted" : "draft";
  const state = closed ? "closed" : open;
  if (!(await savePlan(db, { id: plan.id, version }, { state }))) return { ok: false, reason: "changed-meanwhile" };
  await audit(db, {
    ...{ action: "updated", subject: "action-plan", id: plan.id },
    before: { state: plan.state },
    after: { state },
  });
  return { ok: true };
}
