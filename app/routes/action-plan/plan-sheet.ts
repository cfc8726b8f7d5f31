import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileNameOf } from "~/domain/documents/plan-document";
import { planTitle } from "~/features/action-plan/plan-frame";
import { requirePlan } from "~/features/action-plan/require-plan.server";
import { writeActionPlanSheet } from "~/features/documents/action-plan-sheet.server";

/** The activities of the action plan that the address selects, as an Excel file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view, slug } = await requirePlan(request, params);
  const name = fileNameOf(planTitle(view.plan.year), slug).replace(/docx$/, "xlsx");
  return new Response((await writeActionPlanSheet(view)) as BodyInit, {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
