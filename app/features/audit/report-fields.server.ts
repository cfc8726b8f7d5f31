import { m } from "~/i18n/messages/messages";

/** What the fields of a report and of its rows are called in the log. */
export const reportFields: Record<string, () => string> = {
  "report-row.state": () => m.reports_state(),
  "report-row.ownerId": () => m.reports_owner(),
  "report-row.activityId": () => m.reports_activity(),
  "report-row.asks": () => m.reports_asks_which(),
  "report-round.kind": () => m.reports_kind(),
  "report-round.from": () => m.reports_from(),
  "report-round.to": () => m.reports_to(),
  "report-round.rowsBy": () => m.reports_rows_by_field(),
  "report-round.submitBy": () => m.reports_submit_by_field(),
  "report-round.planId": () => m.reports_plan(),
  "report-round.previousId": () => m.reports_previous(),
  "report-round.columns": () => m.reports_form_columns(),
  "report-round.texts": () => m.reports_form_texts(),
  "report-round.figures": () => m.reports_form_figures(),
  "report-round.rows": () => m.reports_tab_rows(),
  "report-round.people": () => m.reports_send_title(),
  "report-round.caseId": () => m.audit_subject_case(),
};
