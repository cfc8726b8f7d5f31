import { countChanges, diffPlans } from "~/domain/communications-plan/plan-diff";
import { frozenPlan, readVersion } from "~/features/communications-plan/frozen-plan.server";
import type { SelectedRow } from "~/features/communications-plan/plan-selection.view.server";
import { findPlan, listVersions } from "~/features/communications-plan/plans.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Areas = { id: string; number: number; name: string }[];

/**
 * The text of a plan, Markdown, and how many changes there are since it was adopted last: null when it never was, or
 * when not all its rows are here to be compared.
 */
export async function planText(
  db: RegionDb,
  planId: string,
  all: { rows: readonly SelectedRow[]; areas: Areas } | null,
) {
  const plan = await findPlan(db, planId);
  if (!plan) return { introduction: "", sections: [], changes: null };
  const [last] = all && plan.state !== "draft" ? await listVersions(db, planId) : [];
  const adopted = last ? await readVersion(db, planId, last.number) : null;
  return {
    introduction: plan.introduction,
    sections: plan.sections.map(({ heading, body }) => ({ heading, body })),
    changes: adopted && all ? countChanges(diffPlans(adopted, frozenPlan(plan, all))) : null,
  };
}

export type PlanText = Awaited<ReturnType<typeof planText>>;
