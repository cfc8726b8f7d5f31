import { deedOf, type JudgedContact } from "~/domain/documents/contact-sheet";
import type { JudgedFacts } from "~/domain/documents/municipality-sheet";
import type { SheetColumn, SheetKind } from "~/domain/documents/sheet-columns";
import { reviewContacts } from "~/features/documents/contact-sheet.view.server";
import { type FactsReview, reviewFacts } from "~/features/documents/municipality-sheet.view.server";
import type { ContactResult } from "~/features/documents/save-contact-sheet.server";
import type { FactsResult } from "~/features/documents/save-municipality-sheet.server";
import { findSheetImport, lastSheetImports } from "~/features/documents/sheet-imports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** So many rows that need nothing, or must be mended, are shown; those that can be saved always are. */
const mostRows = 200;

/** Rows of one fate. `more`: how many are not shown. */
export type RowGroup<R> = { rows: R[]; more: number };

type Body =
  | { kind: "contact_persons"; groups: Record<"asks" | "save" | "problem" | "nothing", RowGroup<JudgedContact>> }
  | {
      kind: "municipalities";
      groups: Record<"save" | "problem" | "nothing", RowGroup<JudgedFacts>>;
      fresh: FactsReview["fresh"];
    };

export type OpenSheet = {
  columns: SheetColumn[];
  unknown: string[];
  guessed: boolean;
  absent: string[];
} & Body;

export type SheetImport = {
  id: string;
  fileName: string;
  kind: SheetKind;
  state: "staged" | "saved" | "discarded";
  result: ContactResult | FactsResult | null;
  open: OpenSheet | null;
};

/** A sheet on its way in, or what it did; null when there is none of this id. */
export async function sheetImport(db: RegionDb, importId: string, today: Date): Promise<SheetImport | null> {
  const found = await findSheetImport(db, importId);
  if (!found) return null;
  const { id, fileName, kind, state, sheet } = found;
  const result = found.result as ContactResult | FactsResult | null;
  if (!sheet) return { id, fileName, kind, state, result, open: null };
  const { columns, unknown, guessed } = sheet;
  const head = { columns, unknown: unknown.slice(0, 20), guessed };
  if (kind === "contact_persons") {
    const { rows, absent } = await reviewContacts(db, sheet, today);
    const of = (fate: string) => rows.filter(({ verdict }) => fateOf(verdict) === fate);
    const groups = {
      asks: { rows: of("ask"), more: 0 },
      save: { rows: of("save"), more: 0 },
      problem: first(of("problem")),
      nothing: first(of("nothing")),
    };
    return { id, fileName, kind, state, result, open: { ...head, absent, kind, groups } };
  }
  const { rows, absent, fresh } = await reviewFacts(db, sheet, today);
  const of = (verdict: JudgedFacts["verdict"]["kind"]) => rows.filter((row) => row.verdict.kind === verdict);
  const groups = { save: { rows: of("changed"), more: 0 }, problem: first(of("problem")), nothing: first(of("same")) };
  return { id, fileName, kind, state, result, open: { ...head, absent, kind, groups, fresh } };
}

function fateOf(verdict: JudgedContact["verdict"]): "save" | "ask" | "problem" | "nothing" {
  return verdict.kind === "problem" ? "problem" : deedOf(verdict);
}

function first<R>(rows: R[]): RowGroup<R> {
  return { rows: rows.slice(0, mostRows), more: Math.max(0, rows.length - mostRows) };
}

/** The sheets that came last, the newest first. */
export async function earlierSheets(db: RegionDb) {
  const found = await lastSheetImports(db, 10);
  return found.map(({ id, fileName, state, createdAt, savedAt }) => ({
    id,
    fileName,
    state,
    at: (savedAt ?? createdAt).toISOString(),
  }));
}

export type EarlierSheet = Awaited<ReturnType<typeof earlierSheets>>[number];
