import type { Period, Problem, TableKind } from "~/domain/documents/types";
import { periodFigures } from "~/features/documents/import-fields";
import { m } from "~/i18n/messages/messages";

/** The kind of a table in the reader's language, as in "communications plan 2021". */
export function kindWords(kind: TableKind, period: Period | null): string {
  if (kind === "actors") return m.documents_kind_actors();
  if (kind === "networks") return m.documents_kind_networks();
  return period ? m.documents_kind_plan_period({ period: periodFigures(period) }) : m.documents_kind_plan();
}

/** The same at the beginning of a line. */
export function titleWords(kind: TableKind, period: Period | null): string {
  const words = kindWords(kind, period);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const columns: Record<string, () => string> = {
  name: m.documents_column_name,
  role: m.documents_column_role,
  responsibility: m.documents_column_responsibility,
  tasks: m.documents_column_tasks,
  channel: m.documents_column_channel,
  goal: m.documents_column_goal,
  theme: m.documents_column_theme,
  timing: m.documents_column_timing,
  responsible: m.documents_column_responsible,
  audience: m.documents_column_audience,
  operators: m.documents_column_operators,
  status: m.documents_column_status,
  form: m.documents_column_form,
  benefit: m.documents_column_benefit,
  links: m.documents_column_links,
};

/** A column's head in the reader's language. */
export function columnWords(kind: TableKind | null, column: string): string {
  if (kind === "networks" && column === "name") return m.documents_column_network_name();
  if (kind === "networks" && column === "theme") return m.documents_column_network_theme();
  if (kind === "actors" && column === "name") return m.documents_column_actor_name();
  return columns[column]?.() ?? column;
}

/** A problem as one sentence that says where it is, what is wrong and how to mend it. */
export function problemWords(problem: Problem): string {
  const what = faultWords(problem);
  const where = placeWords(problem);
  return where ? m.documents_problem({ where, what }) : what;
}

/** The table, row and cell of a problem; empty for one that belongs to no table. */
function placeWords({ table, kind, row, cell, line }: Problem): string {
  if (table === null || kind === null) return "";
  return [
    m.documents_place_table({ number: table, kind: kindWords(kind, null) }),
    row !== null && m.documents_place_row({ row }),
    cell !== null && m.documents_place_cell({ cell }),
    line !== null && m.documents_place_line({ line }),
  ]
    .filter(Boolean)
    .join(", ");
}

function faultWords({ code, kind, params }: Problem): string {
  const column = columnWords(kind, String(params.column ?? ""));
  const header = String(params.header ?? "");
  const counts = { expected: Number(params.expected ?? 0), found: Number(params.found ?? 0) };
  switch (code) {
    case "no_known_table":
      return m.documents_problem_no_known_table();
    case "column_missing":
      return m.documents_problem_column_missing({ column });
    case "column_doubled":
      return m.documents_problem_column_doubled({ column, header });
    case "column_unknown":
      return m.documents_problem_column_unknown({ header });
    case "period_missing":
      return m.documents_problem_period_missing();
    case "period_overlaps":
      return m.documents_problem_period_overlaps({ period: String(params.period), other: String(params.other) });
    case "plan_closed":
      return m.documents_problem_plan_closed({ period: String(params.period) });
    case "row_too_short":
      return m.documents_problem_row_too_short(counts);
    case "row_too_long":
      return m.documents_problem_row_too_long(counts);
    case "row_without_name":
      return m.documents_problem_row_without_name({ column });
  }
}
