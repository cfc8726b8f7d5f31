import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileNameOf } from "~/domain/documents/plan-document";
import { languageOf } from "~/domain/regions/written-standard";
import { planTitle } from "~/features/action-plan/plan-frame";
import { readYear } from "~/features/action-plan/plan-of-year";
import { wholePlanText } from "~/features/action-plan/whole-plan.view.server";
import { wordAnswer } from "~/features/documents/word-answer.server";
import { requireRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import { inLanguage } from "~/platform/request-context.server";

/** The whole action plan as a Word file, in the region's standard. It can be imported again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "action-plan.see");
  const year = readYear(params.year);
  const plan = year === null ? null : await withRegion(access, (db) => wholePlanText(db, year));
  if (!plan) notFound();
  const language = languageOf[region.defaultStandard];
  const { writeActionPlanDocx } = await import("~/features/documents/action-plan-docx.server");
  return inLanguage(language, async () =>
    wordAnswer(
      await writeActionPlanDocx(plan, { language, region }),
      fileNameOf(planTitle(plan.year), region.slug).replace(/\.docx$/, ""),
    ),
  );
}
