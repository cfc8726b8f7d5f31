import type { ActionPlanProblem } from "~/domain/documents/action-plan-document";
import { m } from "~/i18n/messages/messages";

/** A problem of an action plan as one sentence that says where it is and how to mend it. */
export function actionPlanProblemWords(problem: ActionPlanProblem): string {
  const { table, row, line } = problem;
  const where = [
    table !== null && m.documents_ap_table({ number: table }),
    row !== null && m.documents_place_row({ row }),
    line !== null && m.documents_place_line({ line }),
  ]
    .filter(Boolean)
    .join(", ");
  const what = faultWords(problem);
  return where ? m.documents_problem({ where, what }) : what;
}

function faultWords(problem: ActionPlanProblem): string {
  switch (problem.code) {
    case "no_known_table":
      return m.documents_ap_no_table();
    case "year_missing":
      return m.documents_ap_year_missing();
    case "no_area":
      return m.documents_ap_no_area();
    case "no_focus_area":
      return m.documents_ap_no_focus_area();
    case "area_twice":
      return m.documents_ap_area_twice({ name: problem.head });
    case "column_unknown":
      return m.documents_ap_column_unknown({ header: problem.head });
    case "row_too_long":
      return m.documents_ap_row_too_long({ cell: problem.cell ?? 0 });
    case "row_without_measure":
      return m.documents_ap_row_without_measure();
    case "row_without_activity":
      return m.documents_ap_row_without_activity();
  }
}
