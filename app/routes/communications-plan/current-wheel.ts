import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { currentPeriod, periodKey } from "~/domain/communications-plan/period";
import { instantToLocal } from "~/domain/shared/local-time";
import { plansView } from "~/features/communications-plan/plans.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";

/** On to the wheel of the plan of today; where there is none, to the page that says so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.see");
  const plan = currentPeriod(
    await withRegion(access, plansView),
    instantToLocal(new Date().toISOString(), region.zone).date,
  );
  return redirect(plan ? paths.planWheel(region.slug, periodKey(plan)) : paths.plans(region.slug));
}
