import type { ActionPlanView } from "~/features/action-plan/action-plan.view.server";
import { stateNames } from "~/features/action-plan/plan-words";
import { writeXlsx } from "~/features/documents/write-sheet.server";
import { m } from "~/i18n/messages/messages";

/** The activities that a plan's view shows, as an .xlsx file in the reader's language. */
export async function writeActionPlanSheet({ plan, areas }: Pick<ActionPlanView, "plan" | "areas">) {
  return writeXlsx({
    name: m.documents_plan_sheet({ year: String(plan.year) }),
    heads: [
      ...[m.action_plan_area(), m.action_plan_focus_area(), m.action_plan_strategy(), m.action_plan_measure()],
      ...[m.action_plan_activity(), m.action_plan_when(), m.action_plan_owner(), m.action_plan_state()],
      ...[m.documents_plan_reason(), m.documents_plan_said_on()],
    ],
    widths: [20, 26, 26, 34, 48, 22, 26, 16, 40, 14],
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
