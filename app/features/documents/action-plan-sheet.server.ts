import { actionPlanHeads } from "~/domain/documents/action-plan-heads";
import type { ActionPlanView } from "~/features/action-plan/action-plan.view.server";
import { stateNames } from "~/features/action-plan/plan-words";
import type { WholePlanText, WholeRow } from "~/features/action-plan/whole-plan.view.server";
import { type PlanSheetColumn, planSheetColumns, planSheetHead } from "~/features/documents/action-plan-sheet-heads";
import { writeXlsx } from "~/features/documents/write-sheet.server";
import { m } from "~/i18n/messages/messages";

const activityWidths = [20, 26, 26, 34, 48, 22, 26, 16, 40, 14];

/** The activities that a plan's view shows, as an .xlsx file in the reader's language. */
export async function writeActionPlanSheet({ plan, areas }: Pick<ActionPlanView, "plan" | "areas">) {
  return writeXlsx({
    name: m.documents_plan_sheet({ year: String(plan.year) }),
    heads: planSheetColumns.slice(0, activityWidths.length).map((column) => planSheetHead(column)),
    widths: activityWidths,
    rows: areas.flatMap((area) =>
      area.focusAreas.flatMap((focus) =>
        focus.measures.flatMap((measure) =>
          measure.activities.map(({ name, timing, owner, state, reason, saidOn }) => [
            ...[area.name, focus.name, measure.strategy, measure.name],
            ...[name, timing.words, owner, stateNames[state](), reason, saidOn],
          ]),
        ),
      ),
    ),
  });
}

/**
 * A whole action plan as an .xlsx file: its activities, and in the first row of each area and focus area the texts of
 * it. It reads back as the plan it was made of (`textOfPlanSheet`). Texts are Markdown.
 */
export async function writeWholePlanSheet(plan: WholePlanText): Promise<Uint8Array> {
  const { title: named, adopted } = actionPlanHeads.nb;
  const title = plan.name.includes(String(plan.year)) ? plan.name : `${named} ${plan.year}`;
  const day = plan.adoptedOn?.split("-").reverse().join(".") ?? "";
  const head = {
    plan: title,
    adopted: day === "" ? "" : [adopted, plan.adoptedBy && `i ${plan.adoptedBy}`, day].filter(Boolean).join(" "),
    introduction: plan.introduction,
  };
  const rows = plan.areas.flatMap((area): Partial<Record<PlanSheetColumn, string>>[] => {
    const own = area.focusAreas.flatMap(({ name, body, rows: all, ...texts }) =>
      (all.length > 0 ? all : [null]).map((row, at) => ({
        ...(row && cellsOf(row)),
        focusArea: name,
        ...(at === 0 && { about: body, ...texts }),
      })),
    );
    return (own.length > 0 ? own : [{}]).map((cells, at) => ({
      ...{ ...cells, area: area.name },
      ...(at === 0 && { aboutArea: area.body }),
    }));
  });
  const [first = {}, ...rest] = rows;
  return writeXlsx({
    name: m.documents_plan_sheet({ year: String(plan.year) }),
    heads: planSheetColumns.map((column) => planSheetHead(column)),
    widths: [...activityWidths, 60, 40, 40, 40, 60, 26, 34, 60],
    rows: [{ ...first, ...head }, ...rest].map((cells: Partial<Record<PlanSheetColumn, string>>) =>
      planSheetColumns.map((column) => (cells[column] ?? "").slice(0, longestCell)),
    ),
  });
}

/** What Excel holds in a cell, less an apostrophe that may be put before it. */
const longestCell = 32_766;

const cellsOf = ({ strategy, measure, activity, timing, owner, state, reason, saidOn }: WholeRow) => ({
  ...{ strategy, measure, activity, timing, owner, reason },
  ...{ status: stateNames[state](), saidOn: saidOn ?? "" },
});
