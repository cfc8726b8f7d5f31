import type { StatusReportProblem } from "~/domain/documents/status-report-document";
import { actionPlanProblemWords } from "~/features/documents/action-plan-words";
import { m } from "~/i18n/messages/messages";

/** A problem of a status report as one sentence that says where it is and how to mend it. */
export function statusReportProblemWords(problem: StatusReportProblem): string {
  if (problem.code === "no_status") return m.documents_sr_no_status();
  if (problem.code === "no_known_table") return m.documents_sr_no_table();
  return actionPlanProblemWords(problem);
}
