import { can } from "~/domain/auth/permissions";
import { findFocusArea, findPlan } from "~/features/action-plan/action-plan.db.server";
import { type ActionPlanView, actionPlanView } from "~/features/action-plan/action-plan.view.server";
import { findActivity } from "~/features/action-plan/activities.db.server";
import { readFilters } from "~/features/action-plan/plan-filters";
import { readYear } from "~/features/action-plan/plan-of-year";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { systemClock } from "~/platform/clock";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

type Params = { region?: string | undefined; year?: string | undefined };

/** The plan of the address with what its filters select, for somebody who may see it. A year without a plan is no page. */
export async function requirePlan(
  request: Request,
  params: Params,
): Promise<{ view: ActionPlanView; region: string; slug: string; mayEdit: boolean }> {
  const { region, roles, access } = await requireRegion(request, params.region, "action-plan.see");
  const year = readYear(params.year);
  if (year === null) notFound();
  const today = todayIn(region.zone, systemClock());
  const filters = readFilters(new URL(request.url).searchParams);
  const view = await withRegion(access, (db) => actionPlanView(db, year, { today, filters }));
  if (!view) notFound();
  return {
    ...{ view, region: region.name, slug: region.slug },
    mayEdit: can(roles, "action-plan.edit") && view.plan.state !== "closed",
  };
}

type Place = Params & { activity?: string | undefined; focusArea?: string | undefined };

/** The year of the address, for somebody who may edit its plan; what the address names of the plan is there. */
export async function requireYear(request: Request, params: Place) {
  const { region, access } = await requireRegion(request, params.region, "action-plan.edit");
  const year = readYear(params.year);
  if (year === null || !(await withRegion(access, (db) => isThere(db, year, params)))) notFound();
  return { region, access, year };
}

async function isThere(db: RegionDb, year: number, { activity, focusArea }: Place): Promise<boolean> {
  if (!(await findPlan(db, year))) return false;
  if (activity !== undefined && (await findActivity(db, activity))?.measure.focusArea.area.plan.year !== year)
    return false;
  return focusArea === undefined || (await findFocusArea(db, focusArea))?.area.plan.year === year;
}
