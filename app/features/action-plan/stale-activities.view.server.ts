import { isOver } from "~/domain/action-plan/activity";
import { mayNudge, type Stale } from "~/domain/action-plan/stale";
import { isoDay } from "~/domain/shared/days";
import { findWholePlan, listPlans } from "~/features/action-plan/action-plan.db.server";
import { activityRow } from "~/features/action-plan/action-plan.view.server";
import { countOwners, listOwners } from "~/features/action-plan/activities.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type StaleActivity = {
  id: string;
  year: number;
  name: string;
  measure: string;
  ownerId: string | null;
  owner: string;
  stale: Stale;
  /** Whether its owner has not been told of this. */
  untold: boolean;
};

/** The activities of the adopted plan of this year that somebody should say something of, the longest waiting first. */
export async function staleActivities(db: RegionDb, today: string): Promise<StaleActivity[]> {
  const year = Number(today.slice(0, 4));
  if (!(await hasOpenPlan(db, today))) return [];
  const plan = await findWholePlan(db, year);
  const found = (plan?.areas ?? []).flatMap(({ focusAreas }) =>
    focusAreas.flatMap(({ measures }) =>
      measures.flatMap(({ name: measure, activities }) =>
        activities.flatMap((activity): StaleActivity[] => {
          if (!plan || isOver(activity.state)) return [];
          const { id, name, ownerId, owner, stale } = activityRow(activity, plan, today);
          if (!stale) return [];
          const untold = mayNudge(stale, isoDay(activity.nudgedAt));
          return [{ id, year, name: name || measure, measure, ownerId, owner, stale, untold }];
        }),
      ),
    ),
  );
  return found.sort((a, b) => (a.stale.since < b.stale.since ? -1 : a.stale.since > b.stale.since ? 1 : 0));
}

/** Whether this year has a plan that is adopted and not closed. */
export async function hasOpenPlan(db: RegionDb, today: string): Promise<boolean> {
  const year = Number(today.slice(0, 4));
  return (await listPlans(db)).some((plan) => plan.year === year && plan.state === "adopted");
}

/** How many own activities that are not over, in each adopted plan; none of a plan that nobody owns anything of. */
export async function activityOwners(db: RegionDb): Promise<{ year: string; people: number }[]> {
  return (await countOwners(db)).map(({ year, people }) => ({ year: String(year), people }));
}

/** The names of those who would be asked now about activities that nobody has spoken of. */
export async function ownersToAsk(db: RegionDb, today: string): Promise<string[]> {
  const asked = new Set((await staleActivities(db, today)).flatMap(({ ownerId, untold }) => (untold && ownerId) || []));
  return (await listOwners(db, today)).filter(({ id }) => asked.has(id)).map(({ name }) => name);
}
