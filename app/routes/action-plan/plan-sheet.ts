import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileNameOf } from "~/domain/documents/plan-document";
import { isFiltered } from "~/features/action-plan/plan-filters";
import { planTitle } from "~/features/action-plan/plan-frame";
import { requirePlan } from "~/features/action-plan/require-plan.server";
import { wholePlanText } from "~/features/action-plan/whole-plan.view.server";
import { writeActionPlanSheet, writeWholePlanSheet } from "~/features/documents/action-plan-sheet.server";
import { requireRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";

/** The whole action plan as an Excel file, which can be imported again; or the activities that the address selects. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view, slug } = await requirePlan(request, params);
  const { access } = await requireRegion(request, params.region, "action-plan.see");
  const whole = isFiltered(view.filters) ? null : await withRegion(access, (db) => wholePlanText(db, view.plan.year));
  const bytes = whole ? await writeWholePlanSheet(whole) : await writeActionPlanSheet(view);
  const name = fileNameOf(planTitle(view.plan.year), slug).replace(/docx$/, "xlsx");
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
