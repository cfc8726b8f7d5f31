import { KEY_COLUMN } from "~/domain/documents/headers";
import type { Doubt, Period, TableKind } from "~/domain/documents/types";
import { type ComparedRow, type Comparison, countTables } from "~/features/documents/compare-document";
import { problemWords } from "~/features/documents/document-words";
import { findImport } from "~/features/documents/documents.db.server";
import { type ImportChoices, readChoices } from "~/features/documents/import-choices";
import { type Review, reviewImport } from "~/features/documents/review-import.server";
import type { ImportResult } from "~/features/documents/save-import.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** So many rows of a table are shown; those that ask are always shown. */
const mostRows = 200;
const mostProblems = 50;
const edge = 90;

export type PreviewRow = {
  row: number;
  name: string;
  note: string;
  verdict: "created" | "updated" | "unchanged" | "asks";
  changes: { column: string; before: string; after: string }[];
};

export type PreviewTable = {
  number: number;
  kind: TableKind;
  period: Period | null;
  heading: string | null;
  found: number;
  rows: PreviewRow[];
};

export type PreviewConflict = {
  id: string;
  kind: TableKind;
  period: Period | null;
  row: number;
  name: string;
  chosen: "keep" | "take";
  changes: { column: string; imported: string; current: string; incoming: string }[];
};

export type ImportPreview = {
  id: string;
  fileName: string;
  state: "staged" | "saved" | "discarded";
  result: ImportResult | null;
  problems: string[];
  moreProblems: number;
  /** A plan whose period the document does not state, and nobody has given. */
  needsPeriod: boolean;
  counts: { created: number; updated: number; unchanged: number; asks: number; problems: number };
  /** Rows the import would save as the choices stand. */
  saves: number;
  doubts: Doubt[];
  conflicts: PreviewConflict[];
  tables: PreviewTable[];
  missing: { kind: TableKind; period: Period | null; id: string; name: string }[];
};

/** What an import would do, or has done; null when there is no such import. */
export async function previewImport(db: RegionDb, importId: string): Promise<ImportPreview | null> {
  const staged = await findImport(db, importId);
  if (!staged) return null;
  const { id, fileName, state } = staged;
  const result = staged.result as ImportResult | null;
  const choices = readChoices(staged.choices);
  if (state !== "staged") return { id, fileName, state, result, ...nothing };
  return { id, fileName, state, result, ...previewOf(await reviewImport(db, staged.text, choices), choices) };
}

const nothing = {
  problems: [],
  moreProblems: 0,
  needsPeriod: false,
  counts: { created: 0, updated: 0, unchanged: 0, asks: 0, problems: 0 },
  saves: 0,
  doubts: [],
  conflicts: [],
  tables: [],
  missing: [],
} satisfies Partial<ImportPreview>;

function previewOf(
  { read, comparison }: Review,
  choices: ImportChoices,
): Omit<ImportPreview, "id" | "fileName" | "state" | "result"> {
  const { problems } = read;
  const counts = { ...nothing.counts, problems: problems.length };
  const shown = {
    ...nothing,
    problems: problems.slice(0, mostProblems).map(problemWords),
    moreProblems: Math.max(0, problems.length - mostProblems),
    needsPeriod: problems.some(
      ({ code }) => code === "period_missing" || (code === "period_overlaps" && choices.period !== null),
    ),
    counts,
    doubts: read.doubts.map((doubt) => ({ ...doubt, left: tail(doubt.left), right: head(doubt.right) })),
  };
  if (!comparison) return shown;
  for (const { rows } of comparison.tables) for (const { verdict } of rows) counts[verdict.kind]++;
  const deeds = countTables(read, comparison, choices);
  return {
    ...shown,
    saves: deeds.reduce((sum, { created, updated }) => sum + created + updated, 0),
    conflicts: conflictsOf(comparison, choices),
    tables: comparison.tables.map(({ number, heading, target, rows }) => ({
      number,
      kind: target.kind,
      period: target.period,
      heading,
      found: rows.length,
      rows: rows.slice(0, mostRows).map((row) => previewRow(target.kind, row)),
    })),
    missing: comparison.missing.slice(0, mostRows).map(({ target, id, name }) => ({ ...target, id, name })),
  };
}

const noteColumns: Record<TableKind, string[]> = {
  actors: ["role"],
  "communications-plan": ["timing", "responsible"],
  networks: ["operators"],
};

function previewRow(kind: TableKind, { row, cells, verdict }: ComparedRow): PreviewRow {
  const note = noteColumns[kind].flatMap((column) => cells[column]?.replaceAll("\n", " ") || []).join(" · ");
  return {
    row,
    name: cells[KEY_COLUMN[kind]] ?? "",
    note: head(note),
    verdict: verdict.kind,
    changes: verdict.kind === "updated" ? verdict.changes : [],
  };
}

function conflictsOf({ tables }: Comparison, choices: ImportChoices): PreviewConflict[] {
  return tables.flatMap(({ target, rows }) =>
    rows.flatMap(({ row, cells, verdict }) =>
      verdict.kind === "asks"
        ? [
            {
              id: verdict.id,
              ...target,
              row,
              name: cells[KEY_COLUMN[target.kind]] ?? "",
              chosen: choices.conflicts[verdict.id] ?? "keep",
              changes: verdict.changes,
            },
          ]
        : [],
    ),
  );
}

function head(text: string): string {
  return text.length > edge ? `${text.slice(0, edge)} …` : text;
}

function tail(text: string): string {
  return text.length > edge ? `… ${text.slice(-edge)}` : text;
}
