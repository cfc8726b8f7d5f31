import type { RowMatch } from "~/domain/documents/match-report-rows";
import { findImport, lastImports } from "~/features/documents/documents.db.server";
import { disagreements, type KeptSum, keptSums, statedView } from "~/features/documents/stated-accounts.view.server";
import { readStatusChoices, type StatusReportChoices } from "~/features/documents/status-report-choices";
import { besideKey, rowAnswers } from "~/features/documents/status-report-fields";
import { type ReadReport, readReport } from "~/features/documents/status-report-round.server";
import { statusReportProblemWords } from "~/features/documents/status-report-words";
import { type ComparedRow, compareRound, type RoundComparison } from "~/features/reports/compare-round.server";
import type { PlannedActivity } from "~/features/reports/plan-of-year.view.server";
import { deedOf, type SavedRound } from "~/features/reports/save-imported-round.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type StatusReportResult = SavedRound & { sums: KeptSum[] };

/** A status report on its way in, or what became of it; null when there is no such import. */
export async function statusReportImport(db: RegionDb, id: string) {
  const found = await findImport(db, id, "status_report");
  if (!found) return null;
  const { fileName, state, text } = found;
  const result = found.result as StatusReportResult | null;
  const review = state === "staged" ? await reviewOf(db, text, readStatusChoices(found.choices)) : null;
  const stated = result ? await statedView(db, result.sums, result.roundId) : null;
  return { id, fileName, state, result, stated, review };
}

export type StatusReportImport = NonNullable<Awaited<ReturnType<typeof statusReportImport>>>;
export type StatusReportReview = NonNullable<StatusReportImport["review"]>;

/** Reports that came before, the newest first. */
export async function earlierReports(db: RegionDb) {
  const found = await lastImports(db, "status_report", 20);
  return found.map(({ createdAt, ...each }) => ({ ...each, at: createdAt.toISOString() }));
}
export const takenOf = ({ conflicts }: StatusReportChoices) =>
  new Set(Object.entries(conflicts).flatMap(([id, choice]) => (choice === "take" ? [id] : [])));

async function reviewOf(db: RegionDb, text: string, choices: StatusReportChoices) {
  const read = await readReport(db, text, choices);
  const { document, plan, activities, matches, round } = read;
  const compared = round && (await compareRound(db, round));
  const take = takenOf(choices);
  const deeds = compared
    ? [...compared.rows, ...compared.texts].map((one) => deedOf(one.verdict, take.has(idOf(one))))
    : [];
  const saves = deeds.filter((deed) => deed === "created" || deed === "updated").length;
  const about = new Set(round?.rows.flatMap(({ activityId, besides }) => [activityId, ...besides]));
  return {
    ...{ title: document.title, rows: document.rows.length, tables: document.tables },
    name: choices.name || compared?.round?.name || document.title,
    kind: choices.kind || document.kind || "",
    from: choices.from || document.from || "",
    to: choices.to || document.to || "",
    needsPeriod: round === null,
    putBefore: round?.putBefore ? { ...round.putBefore, day: document.meetingOn } : null,
    plan,
    existing: compared?.round ? { id: compared.round.id, name: compared.round.name } : null,
    taken: compared?.taken ?? null,
    /** The round is submitted, and the report would change it. */
    frozen: compared?.round?.state === "submitted" && saves > 0,
    problems: document.problems.map(statusReportProblemWords),
    counts: {
      exact: matches.filter(({ kind }) => kind === "exact").length,
      near: matches.filter(({ kind }) => kind === "near").length,
      asks: askedOf(read, compared).filter(({ match }) => match.kind === "asks").length,
    },
    saves,
    cuts: document.cuts,
    questions: askedOf(read, compared).map(({ row, match }) => ({
      ...{ line: row.line, focusArea: row.focusArea, measure: row.measure, activity: row.activity },
      ...{ timing: row.timing, said: Object.values(row.answers).join(" · ").slice(0, 300), match: match.kind },
      candidates: match.candidates,
      chosen: choices.rows[row.line] ?? match.activityId ?? rowAnswers.later,
      besides: choices.rows[besideKey(row.line)] ?? "",
    })),
    activities: plan ? activities.map(asOption) : [],
    conflicts: conflictsOf(compared, choices),
    groups: groupsOf(read, compared),
    texts: (compared?.texts ?? []).map(({ heading, body, verdict }) => ({ heading, body, verdict: verdict.kind })),
    unplaced: document.unplaced,
    unreported: plan
      ? activities
          .filter(({ activityId }) => !about.has(activityId))
          .map(({ activityId, measure, activity }) => ({ id: activityId, measure, name: activity }))
      : [],
    stated: await statedView(db, keptSums(document.stated), compared?.round?.id ?? null),
    disagreements: disagreements(document.stated),
  };
}

const idOf = (one: { existing?: ComparedRow["existing"]; key?: string }) => one.key ?? one.existing?.id ?? "";

const asOption = ({ activityId: id, focusArea, measure, activity }: PlannedActivity) => ({
  ...{ id, focusArea },
  label: [measure, activity].filter(Boolean).join(": "),
});

/** The rows that a person may say the activity of: those no words settle, and those whose words are nearly the plan's. */
function askedOf({ document, matches, plan }: ReadReport, compared: RoundComparison | null) {
  if (!plan) return [];
  return document.rows.flatMap((row, at) => {
    const match: RowMatch | undefined = matches[at];
    const existing = compared?.rows[at]?.existing;
    const settled = existing != null && !existing.asks;
    return match && match.kind !== "exact" && !settled ? [{ row, match }] : [];
  });
}

/** What the round says otherwise than the report: rows and texts, by the id that a choice has. */
function conflictsOf(compared: RoundComparison | null, { conflicts }: StatusReportChoices) {
  const all = [
    ...(compared?.rows ?? []).map(({ existing, row, verdict }) => ({
      ...{ id: existing?.id ?? "", name: [row.measure, row.activity].filter(Boolean).join(": "), verdict },
    })),
    ...(compared?.texts ?? []).map(({ key, heading, verdict }) => ({ id: key, name: heading, verdict })),
  ];
  return all.flatMap(({ id, name, verdict: { kind, changes } }) =>
    kind === "asks"
      ? [{ id, name, chosen: conflicts[id] ?? "keep", changes: changes.filter(({ before }) => before !== "") }]
      : [],
  );
}

function groupsOf({ document, matches, activities, plan }: ReadReport, compared: RoundComparison | null) {
  const planned = new Map(activities.map((one) => [one.activityId, one]));
  const rows = document.rows.map((row, at) => {
    const match = matches[at];
    const found = match?.activityId ? planned.get(match.activityId) : undefined;
    const nearly = match?.kind === "near" && found ? found.activity || found.measure : "";
    return {
      ...{ line: row.line, area: row.area, focusArea: row.focusArea, strategy: row.strategy, measure: row.measure },
      ...{ activity: row.activity, timing: row.timing, said: Object.values(row.answers).join("\n") },
      ...{ match: plan && match ? match.kind : null, nearly },
      verdict: compared?.rows[at]?.verdict.kind ?? "created",
    };
  });
  return [...Map.groupBy(rows, ({ area, focusArea }) => `${area}\n${focusArea}`).values()].map((own) => ({
    area: own[0]?.area ?? "",
    focusArea: own[0]?.focusArea ?? "",
    rows: own,
  }));
}
