import { isoDay } from "~/domain/shared/days";
import { readMarkdown } from "~/domain/shared/markdown";
import { findFocusArea, findPlan, listPriorityAreas } from "~/features/action-plan/action-plan.db.server";
import { activityRow } from "~/features/action-plan/action-plan.view.server";
import { kronerField } from "~/features/action-plan/money";
import type { RegionDb } from "~/platform/db/region-db.server";

/** One focus area: its texts and its measures. Null when there is none of this year. */
export async function focusAreaView(db: RegionDb, { year, id, today }: { year: number; id: string; today: string }) {
  const focus = await findFocusArea(db, id);
  if (!focus || focus.area.plan.year !== year) return null;
  const { name, body, organisation, resources, reporting, amount, positions, version, area, measures } = focus;
  const plan = { ...area.plan, adoptedOn: isoDay(area.plan.adoptedOn) };
  return {
    ...{ id, year, today, name, organisation, resources, reporting, positions },
    amount: amount?.toString() ?? null,
    body: readMarkdown(body),
    area: area.priorityArea.name,
    state: plan.state,
    measures: measures.map((measure) => ({
      ...{ id: measure.id, name: measure.name, strategy: measure.strategy },
      activities: measure.activities.map((one) => activityRow(one, plan, today)),
    })),
    mayRemove: measures.length === 0 && focus._count.projects === 0,
    version,
    values: {
      ...{ priorityAreaId: area.priorityArea.id, name, body, organisation, resources, reporting },
      ...{ amount: kronerField(amount), positions: positions?.toString() ?? "" },
    },
  };
}

export type FocusAreaView = NonNullable<Awaited<ReturnType<typeof focusAreaView>>>;

/** The priority areas a focus area can stand under; null when the plan is not there or closed. */
export async function focusAreaOptions(db: RegionDb, year: number) {
  const plan = await findPlan(db, year);
  if (!plan || plan.state === "closed") return null;
  return (await listPriorityAreas(db)).map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }));
}
