import { KEY_COLUMN } from "~/domain/documents/headers";
import type { Doubt, Period, ReadResult, TableKind } from "~/domain/documents/types";
import { type ComparedRow, type Comparison, countTables, deedOf } from "~/features/documents/compare-document";
import { columnWords, problemWords } from "~/features/documents/document-words";
import type { ImportChoices } from "~/features/documents/import-choices";
import { type Review, reviewImport } from "~/features/documents/review-import.server";
import { saveImport } from "~/features/documents/save-import.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ReportedProblem = { row: number | null; cell: number | null; message: string };

export type TableReport = {
  kind: TableKind;
  period: Period | null;
  found: number;
  created: number;
  updated: number;
  unchanged: number;
  /** What is wrong with the table, and the rows that were edited meanwhile and left as they are. */
  problems: ReportedProblem[];
};

/** `saved`: the document could be saved, or could have been in a dry run. `problems` belong to no table. */
export type DocumentReport = { saved: boolean; tables: TableReport[]; problems: ReportedProblem[]; doubts: Doubt[] };

/** Imports a document at once, without a preview, and reports per table. A dry run changes nothing. */
export async function importDocument(
  db: RegionDb,
  input: { fileName: string; text: string; choices: ImportChoices; dryRun: boolean; now: Date },
): Promise<DocumentReport> {
  const { choices, dryRun } = input;
  const { read, comparison } = dryRun ? await reviewImport(db, input.text, choices) : await save(db, input);
  const problems = read.problems.filter(({ table }) => table === null).map(reported);
  const tables = comparison ? savedTables(read, comparison, choices) : refusedTables(read);
  return { saved: comparison !== null, tables, problems, doubts: read.doubts };
}

async function save(
  db: RegionDb,
  input: { fileName: string; text: string; choices: ImportChoices; now: Date },
): Promise<Review> {
  const done = await saveImport(db, input, input.choices, { now: input.now });
  if (done.ok) return done;
  if (done.reason === "closed") throw new Error("A document saved at once is never closed");
  return { read: done.read, comparison: null };
}

function reported(problem: ReadResult["problems"][number]): ReportedProblem {
  return { row: problem.row, cell: problem.cell, message: problemWords(problem) };
}

function savedTables(read: ReadResult, comparison: Comparison, choices: ImportChoices): TableReport[] {
  return countTables(read, comparison, choices).map(({ number, kept: _, ...count }) => ({
    ...count,
    problems: (comparison.tables.find((table) => table.number === number)?.rows ?? [])
      .filter((row) => deedOf(row, choices) === "kept")
      .map((row) => ({ row: row.row, cell: null, message: askingWords(count.kind, row) })),
  }));
}

function askingWords(kind: TableKind, { cells, verdict }: ComparedRow): string {
  const changes = verdict.kind === "asks" ? verdict.changes : [];
  const columns = changes.map(({ column }) => columnWords(kind, column)).join(", ");
  return m.documents_asks({ name: cells[KEY_COLUMN[kind]] ?? "", columns });
}

/** Every table of a document that cannot be saved, also those whose header is at fault. */
function refusedTables(read: ReadResult): TableReport[] {
  const kinds = new Map<number, TableKind>(read.tables.map(({ number, kind }) => [number, kind]));
  for (const { table, kind } of read.problems) if (table !== null && kind !== null) kinds.set(table, kind);
  return [...kinds]
    .sort(([a], [b]) => a - b)
    .map(([number, kind]) => {
      const table = read.tables.find((known) => known.number === number);
      const problems = read.problems.filter((problem) => problem.table === number);
      const rows = new Set([...(table?.rows ?? []), ...problems].flatMap(({ row }) => row ?? []));
      const nothing = { created: 0, updated: 0, unchanged: 0 };
      return { kind, period: table?.period ?? null, found: rows.size, ...nothing, problems: problems.map(reported) };
    });
}
