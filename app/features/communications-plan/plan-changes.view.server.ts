import { periodKey } from "~/domain/communications-plan/period";
import { countChanges, diffPlans } from "~/domain/communications-plan/plan-diff";
import { planNowFrozen, readVersion } from "~/features/communications-plan/frozen-plan.server";
import { findPlan, listVersions } from "~/features/communications-plan/plans.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * What has become of a plan since a version of it, the last when `since` is null, until another, or now when `until`
 * is null. Null when there is no such plan or version. A plan that was never adopted has nothing to compare with.
 */
export async function planChanges(
  db: RegionDb,
  { key, since, until, today }: { key: string; since: number | null; until: number | null; today: string },
) {
  const plan = await findPlan(db, key);
  if (!plan) return null;
  const versions = await listVersions(db, plan.id);
  const { from, to, state, adoptedOn, adoptedBy } = plan;
  const shown = { plan: { key: periodKey(plan), from, to, state, adoptedOn, adoptedBy }, versions };
  const older = versions.find(({ number }) => until === null || number < until) ?? versions.at(-1);
  const first = since ?? older?.number;
  if (first === undefined) return since === null && until === null ? { ...shown, compared: null } : null;
  const before = await readVersion(db, plan.id, first);
  const after = until === null ? await planNowFrozen(db, plan, today) : await readVersion(db, plan.id, until);
  if (!before || !after) return null;
  const diff = diffPlans(before, after);
  return { ...shown, compared: { since: first, until, diff, count: countChanges(diff) } };
}

export type PlanChanges = NonNullable<Awaited<ReturnType<typeof planChanges>>>;
