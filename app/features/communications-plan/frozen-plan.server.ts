import { z } from "zod";
import type { FrozenPlan } from "~/domain/communications-plan/plan-diff";
import { readRows, type SelectedRow } from "~/features/communications-plan/plan-selection.view.server";
import { type FoundPlan, findVersionContent } from "~/features/communications-plan/plans.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const text = z.string();

/** What a version keeps of a plan; what later versions of the product add is left out of the older ones. */
const frozenPlanSchema = z.object({
  ...{ from: text, to: text, preparedBy: text, introduction: text },
  sections: z.array(z.object({ id: text, heading: text, body: text })),
  rows: z.array(
    z.object({
      ...{ id: text, number: z.number(), channel: text, theme: text, goal: text, timing: text },
      ...{ responsible: text, audience: text, notes: text },
      areas: z.array(z.object({ id: text, number: z.number(), name: text })),
    }),
  ),
});

/** A plan as it stands now, in the form a version keeps. */
export async function planNowFrozen(db: RegionDb, plan: FoundPlan, today: string): Promise<FrozenPlan> {
  const { rows, areas } = await readRows(db, plan, today);
  return frozenPlan(plan, { rows, areas });
}

/** The same of rows that have been read already. */
export function frozenPlan(
  { from, to, preparedBy, introduction, sections }: FoundPlan,
  { rows, areas }: { rows: readonly SelectedRow[]; areas: readonly FrozenPlan["rows"][number]["areas"][number][] },
): FrozenPlan {
  return {
    ...{ from, to, preparedBy, introduction },
    sections: sections.map(({ id, heading, body }) => ({ id, heading, body })),
    rows: rows.map(({ id, number, channel, theme, goal, words, responsible, audience, notes, areaIds }) => ({
      ...{ id, number, channel, theme, goal, timing: words, responsible, audience, notes },
      areas: areas.filter((area) => areaIds.includes(area.id)),
    })),
  };
}

/** What a version of a plan holds; null when there is none of this number. */
export async function readVersion(db: RegionDb, planId: string, number: number): Promise<FrozenPlan | null> {
  const content = await findVersionContent(db, planId, number);
  return content === null ? null : frozenPlanSchema.parse(content);
}
