import { overlaps } from "~/domain/reports/period";
import { type ImportedRound, type ImportedRow, type MergedForm, mergeForm } from "~/features/reports/imported-round";
import {
  findRound,
  listRounds,
  listRows,
  type StoredRound,
  type StoredRow,
} from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type AnswerDifference = { key: string; before: string; after: string };

/** What a row or a text of a report is to the round that is there. `asks`: the round says something else. */
export type ImportVerdict = { kind: "created" | "unchanged" | "updated" | "asks"; changes: AnswerDifference[] };

export type ComparedRow = {
  row: ImportedRow;
  /** By column key. */
  answers: Record<string, string>;
  existing: StoredRow | null;
  verdict: ImportVerdict;
};
type ComparedText = { key: string; heading: string; body: string; verdict: ImportVerdict };

export type RoundComparison = {
  round: NonNullable<Awaited<ReturnType<typeof findRound>>> | null;
  /** The name of a round of the same kind and of some of the same days, which is not this one. */
  taken: string | null;
  previousId: string | null;
  merged: MergedForm;
  rows: ComparedRow[];
  texts: ComparedText[];
};

const samePeriod = ({ kind, from, to }: Pick<ImportedRound, "kind" | "from" | "to">, rounds: readonly StoredRound[]) =>
  rounds.find((round) => round.kind === kind && round.from === from && round.to === to);

/** The round of exactly the period of a report; null where there is none. */
export async function roundOfReport(db: RegionDb, input: ImportedRound): Promise<string | null> {
  return samePeriod(input, await listRounds(db))?.id ?? null;
}

/** Compares a report with the round of exactly its period, where there is one; changes nothing. */
export async function compareRound(db: RegionDb, input: ImportedRound): Promise<RoundComparison> {
  const { kind, from, to } = input;
  const rounds = (await listRounds(db)).filter((round) => round.kind === kind);
  const same = samePeriod(input, rounds);
  const other = same ? null : rounds.find((round) => overlaps(round, { from, to }));
  const before = rounds.find((round) => round.to < from);
  const round = same ? await findRound(db, same.id) : null;
  const base = round?.form ?? { columns: [], texts: [], figures: [] };
  const merged = mergeForm(base, input);
  const standing = round ? await listRows(db, round.id) : [];
  return {
    round,
    taken: other?.name ?? null,
    previousId: round?.previousId ?? before?.id ?? null,
    merged,
    rows: compareRows(input.rows, standing, merged),
    texts: input.texts.map(({ heading, body }): ComparedText => {
      const key = merged.texts.get(heading) ?? heading;
      const verdict = round ? verdictOf({ [key]: body }, round.texts) : created;
      return { key, heading, body, verdict };
    }),
  };
}

const created: ImportVerdict = { kind: "created", changes: [] };

const wordsKey = ({ focusArea, measure, activity }: { focusArea: string; measure: string; activity: string }) =>
  [focusArea, measure, activity].map((words) => words.toLowerCase().replace(/\s+/g, " ").trim()).join("\n");

function compareRows(rows: readonly ImportedRow[], standing: readonly StoredRow[], merged: MergedForm): ComparedRow[] {
  const left = new Set(standing);
  const found = new Map<ImportedRow, StoredRow>();
  const pair = (keyIn: (row: ImportedRow | StoredRow) => string | null) => {
    const byKey = Map.groupBy(left, keyIn);
    for (const row of rows) {
      const key = found.has(row) ? null : keyIn(row);
      const one = key === null ? undefined : byKey.get(key)?.find((candidate) => left.has(candidate));
      if (!one) continue;
      found.set(row, one);
      left.delete(one);
    }
  };
  pair(wordsKey);
  pair(({ activityId }) => activityId);
  return rows.map((row): ComparedRow => {
    const answers = Object.fromEntries(
      Object.entries(row.answers).flatMap(([label, words]) => {
        const key = merged.columns.get(label);
        return key && words !== "" ? [[key, words]] : [];
      }),
    );
    const existing = found.get(row) ?? null;
    if (!existing) return { row, answers, existing, verdict: created };
    const verdict = verdictOf(answers, existing.answers);
    const settles = existing.asks && !row.asks && verdict.kind === "unchanged";
    return { row, answers, existing, verdict: settles ? { ...verdict, kind: "updated" } : verdict };
  });
}

/** What is said anew is filled in; what is said otherwise asks. */
function verdictOf(incoming: Record<string, string>, current: Readonly<Record<string, string>>): ImportVerdict {
  const changes = Object.entries(incoming).flatMap(([key, after]) => {
    const before = (Object.hasOwn(current, key) ? current[key] : "") ?? "";
    return before === after || after === "" ? [] : [{ key, before, after }];
  });
  if (changes.length === 0) return { kind: "unchanged", changes };
  return { kind: changes.some(({ before }) => before !== "") ? "asks" : "updated", changes };
}
