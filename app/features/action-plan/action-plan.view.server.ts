import { type ActivityState, countStates, type PlanState, yearPeriod } from "~/domain/action-plan/activity";
import { type Stale, staleness } from "~/domain/action-plan/stale";
import { isoDay } from "~/domain/shared/days";
import {
  findWholePlan,
  listPlans,
  type StoredActivity,
  type StoredArea,
  type StoredFocusArea,
  type StoredMeasure,
  type WholePlan,
} from "~/features/action-plan/action-plan.db.server";
import { activitiesOf } from "~/features/action-plan/activities-of";
import { isFiltered, type PlanFilters } from "~/features/action-plan/plan-filters";
import { readTiming, type TimingReading } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ActivityRow = {
  id: string;
  name: string;
  version: number;
  timing: Pick<TimingReading, "words" | "kind" | "meaning" | "unparsed"> & { windows: { from: string; to: string }[] };
  ownerId: string | null;
  /** The person's name, else the words. */
  owner: string;
  state: ActivityState;
  reason: string;
  /** The day its state was last said; null: never. */
  saidOn: string | null;
  stale: Stale | null;
};

export type MeasureRows = { id: string; name: string; strategy: string; activities: ActivityRow[] };
export type FocusAreaRows = { id: string; name: string; measures: MeasureRows[]; count: number };
export type AreaRows = { id: string; number: number; name: string; focusAreas: FocusAreaRows[] };

export type ShownPlan = {
  id: string;
  year: number;
  name: string;
  state: PlanState;
  adoptedOn: string | null;
  adoptedBy: string;
  version: number;
};

export type ActionPlanView = {
  plan: ShownPlan;
  years: number[];
  today: string;
  filters: PlanFilters;
  isFiltered: boolean;
  /** Over the whole plan, whatever is filtered. */
  counts: ReturnType<typeof countStates> & { stale: number };
  shown: number;
  options: { areas: { id: string; name: string }[]; owners: { id: string; name: string }[] };
  areas: AreaRows[];
};

export const noFilters: PlanFilters = { search: "", areas: [], owners: [], states: [], stale: false };

/** The plan of a year as its views draw it: priority areas, focus areas, measures and activities. Null when there is none. */
export async function actionPlanView(
  db: RegionDb,
  year: number,
  { today, filters = noFilters }: { today: string; filters?: PlanFilters },
): Promise<ActionPlanView | null> {
  const plan = await findWholePlan(db, year);
  if (!plan) return null;
  const plans = await listPlans(db);
  const rows = plan.areas.map((area) => areaRows(area, plan, today));
  const all = rows.flatMap(activitiesOf);
  const areas = rows
    .filter(({ id }) => filters.areas.length === 0 || filters.areas.includes(id))
    .map((area) => filtered(area, filters));
  const owners = new Map(all.flatMap((row) => (row.owner === "" ? [] : [[ownerKey(row), row.owner]])));
  const { areas: _, introduction: __, adoptedInId: ___, ...facts } = plan;
  return {
    plan: facts,
    years: plans.map((one) => one.year).sort((a, b) => a - b),
    today,
    filters,
    isFiltered: isFiltered(filters),
    counts: { ...countStates(all.map(({ state }) => state)), stale: all.filter(({ stale }) => stale).length },
    shown: areas.flatMap(activitiesOf).length,
    options: {
      areas: rows.map(({ id, name }) => ({ id, name })),
      owners: [...owners].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "nb")),
    },
    areas: isFiltered(filters) ? areas.filter(({ focusAreas }) => focusAreas.length > 0) : areas,
  };
}

const ownerKey = ({ ownerId, owner }: ActivityRow) => ownerId ?? owner;

function areaRows(area: StoredArea, plan: WholePlan, today: string): AreaRows {
  const { id, priorityArea, focusAreas } = area;
  return {
    id,
    number: priorityArea.number,
    name: priorityArea.name,
    focusAreas: focusAreas.map((focus) => focusAreaRows(focus, plan, today)),
  };
}

function focusAreaRows({ id, name, measures }: StoredFocusArea, plan: WholePlan, today: string): FocusAreaRows {
  const rows = measures.map((measure) => measureRows(measure, plan, today));
  return { id, name, measures: rows, count: rows.reduce((sum, { activities }) => sum + activities.length, 0) };
}

function measureRows({ id, name, strategy, activities }: StoredMeasure, plan: WholePlan, today: string): MeasureRows {
  return { id, name, strategy, activities: activities.map((one) => activityRow(one, plan, today)) };
}

type PlanFacts = { year: number; state: PlanState; adoptedOn: string | null };

/** An activity as it is shown, with what its words of time mean in the year, and whether somebody should say how it goes. */
export function activityRow(
  activity: Pick<
    StoredActivity,
    "id" | "name" | "version" | "timing" | "ownerId" | "owner" | "ownedBy" | "state" | "reason" | "statedAt"
  >,
  plan: PlanFacts,
  today: string,
): ActivityRow {
  const { id, name, version, ownerId, owner, ownedBy, state, reason, statedAt } = activity;
  const period = yearPeriod(plan.year);
  const { words, kind, meaning, unparsed, windows } = readTiming(activity.timing, period);
  const saidOn = isoDay(statedAt);
  return {
    ...{ id, name, version, ownerId, state, reason, saidOn },
    owner: ownedBy?.name ?? owner,
    timing: { words, kind, meaning, unparsed, windows: windows.map(({ from, to }) => ({ from, to })) },
    stale: plan.state === "adopted" ? staleness({ state, saidOn, windows, since: sinceOf(plan) }, today) : null,
  };
}

/** The day a plan began to apply: its year's first, or the day it was adopted when that was later. */
export function sinceOf({ year, adoptedOn }: Pick<PlanFacts, "year" | "adoptedOn">): string {
  const { from } = yearPeriod(year);
  return adoptedOn !== null && adoptedOn > from ? adoptedOn : from;
}

function filtered(area: AreaRows, filters: PlanFilters): AreaRows {
  if (!isFiltered(filters)) return area;
  const words = filters.search.toLowerCase().split(/\s+/).filter(Boolean);
  const focusAreas = area.focusAreas.flatMap((focus) => {
    const measures = focus.measures.flatMap((measure) => {
      const activities = measure.activities.filter((row) => {
        const text = [area.name, focus.name, measure.name, measure.strategy, row.name, row.timing.words, row.owner]
          .join(" ")
          .toLowerCase();
        return (
          words.every((word) => text.includes(word)) &&
          (filters.states.length === 0 || filters.states.includes(row.state)) &&
          (filters.owners.length === 0 || filters.owners.includes(ownerKey(row))) &&
          (!filters.stale || row.stale !== null)
        );
      });
      return activities.length > 0 ? [{ ...measure, activities }] : [];
    });
    const count = measures.reduce((sum, { activities }) => sum + activities.length, 0);
    return count > 0 ? [{ ...focus, measures, count }] : [];
  });
  return { ...area, focusAreas };
}
