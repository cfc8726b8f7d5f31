import { matchReportRows, type RowMatch } from "~/domain/documents/match-report-rows";
import { statedActual } from "~/domain/documents/stated-accounts";
import { answerKey, readStatusReport, type StatusReportDocument } from "~/domain/documents/status-report-document";
import type { StatusReportChoices } from "~/features/documents/status-report-choices";
import { besideKey, rowAnswers } from "~/features/documents/status-report-fields";
import type { ImportedFigure, ImportedRound } from "~/features/reports/imported-round";
import { type PlannedActivity, planOfYear } from "~/features/reports/plan-of-year.view.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A report that was read, with what each of its rows is about, and the round it is to become; null lacks its days. */
export type ReadReport = {
  document: StatusReportDocument;
  plan: { year: number } | null;
  activities: PlannedActivity[];
  matches: RowMatch[];
  round: ImportedRound | null;
};

/** Reads a staged text with a person's choices, beside the action plan of its year; changes nothing. */
export async function readReport(db: RegionDb, text: string, choices: StatusReportChoices): Promise<ReadReport> {
  const document = readStatusReport(text, { joins: choices.joins });
  const kind = choices.kind || document.kind;
  const from = choices.from || document.from;
  const to = choices.to || document.to;
  const year = from === null ? null : Number(from.slice(0, 4));
  const plan = await planOfYear(db, year);
  const activities = plan?.activities ?? [];
  const matches = matchReportRows(
    document.rows,
    activities.map(({ activityId: id, focusArea, measure, activity }) => ({ id, focusArea, measure, activity })),
  );
  const known = new Set(activities.map(({ activityId }) => activityId));
  const number = /^(\d+)\/(\d+)$/.exec(document.caseNumber);
  const round: ImportedRound | null =
    kind === null || from === null || to === null || from > to
      ? null
      : {
          ...{ name: choices.name || document.title || m.documents_sr_unnamed(), kind, from, to },
          columns: document.columns,
          texts: textsOf(document),
          rows: document.rows.map(({ table: _, row: __, line, answers, ...row }, at) => ({
            ...row,
            answers: Object.fromEntries(
              document.columns.map((column) => [column.label, answers[answerKey(column)] ?? ""]),
            ),
            ...aboutOf(choices.rows[line], matches[at], known),
            besides: besidesOf(choices.rows, line, known),
          })),
          figures: figuresOf(document),
          putBefore:
            number && document.body !== ""
              ? { body: document.body, number: Number(number[1]), year: Number(number[2]) }
              : null,
        };
  return { document, plan: plan && { year: plan.year }, activities, matches, round };
}

/** What a row is about: as a person says, else as its words do. Without a plan there is nothing to ask. */
export function aboutOf(chosen: string | undefined, match: RowMatch | undefined, known: ReadonlySet<string>) {
  if (chosen === rowAnswers.none) return { activityId: null, asks: false };
  if (chosen !== undefined && known.has(chosen)) return { activityId: chosen, asks: false };
  const found = chosen === rowAnswers.later ? null : (match?.activityId ?? null);
  return { activityId: found, asks: found === null && known.size > 0 };
}

/** Which other activity a person says that a row speaks of. */
function besidesOf(rows: StatusReportChoices["rows"], line: number, known: ReadonlySet<string>): string[] {
  const chosen = rows[besideKey(line)];
  return chosen !== undefined && chosen !== rows[line] && known.has(chosen) ? [chosen] : [];
}

/** The texts with their headings; what has no place of its own is a text too. */
function textsOf({ texts, unplaced }: StatusReportDocument): { heading: string; body: string }[] {
  const named = texts.map(({ heading, body }) => ({ heading: heading || m.documents_sr_beginning(), body }));
  const rest = unplaced.map(({ words }) => words).join("\n\n");
  return [...named, ...(rest === "" ? [] : [{ heading: m.documents_sr_other_words(), body: rest }])];
}

/** The sums that the report says of its period, as figures with the line they stand on. Øre are hundredths. */
function figuresOf({ stated, title }: StatusReportDocument): ImportedFigure[] {
  const labels = { income: m.documents_sr_income(), result: m.documents_sr_result() };
  return (["income", "result"] as const).flatMap((figure) => {
    const sum = statedActual(stated, figure);
    if (!sum) return [];
    const source = m.documents_sr_figure_source({ title: title || m.documents_sr_unnamed(), line: sum.line });
    return [{ label: labels[figure], value: sum.amount, source }];
  });
}
