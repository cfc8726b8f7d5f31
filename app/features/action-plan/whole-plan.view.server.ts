import type { ActivityState } from "~/domain/action-plan/activity";
import { isoDay } from "~/domain/shared/days";
import { findWholePlan } from "~/features/action-plan/action-plan.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** An activity as a row of a document; `saidOn` is the ISO day its state was last said. */
export type WholeRow = {
  strategy: string;
  measure: string;
  activity: string;
  timing: string;
  owner: string;
  state: ActivityState;
  reason: string;
  saidOn: string | null;
};

/** A whole action plan as a document tells it. Texts are Markdown. */
export type WholePlanText = {
  year: number;
  name: string;
  adoptedOn: string | null;
  adoptedBy: string;
  introduction: string;
  areas: {
    name: string;
    body: string;
    focusAreas: {
      name: string;
      body: string;
      organisation: string;
      resources: string;
      reporting: string;
      rows: WholeRow[];
    }[];
  }[];
};

/** The plan of a year with all its texts and activities; null when there is none. */
export async function wholePlanText(db: RegionDb, year: number): Promise<WholePlanText | null> {
  const plan = await findWholePlan(db, year);
  if (!plan) return null;
  const { name, adoptedOn, adoptedBy, introduction, areas } = plan;
  return {
    ...{ year, name, adoptedOn, adoptedBy, introduction },
    areas: areas.map(({ priorityArea, body, focusAreas }) => ({
      ...{ name: priorityArea.name, body },
      focusAreas: focusAreas.map((focus) => ({
        ...{ name: focus.name, body: focus.body, organisation: focus.organisation },
        ...{ resources: focus.resources, reporting: focus.reporting },
        rows: focus.measures.flatMap(({ strategy, name: measure, activities }) =>
          activities.map(({ name: activity, timing, owner, ownedBy, state, reason, statedAt }) => ({
            ...{ strategy, measure, activity, timing, state, reason },
            owner: ownedBy?.name ?? owner,
            saidOn: isoDay(statedAt),
          })),
        ),
      })),
    })),
  };
}
