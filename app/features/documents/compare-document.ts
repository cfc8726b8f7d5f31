import { columnsOf, KEY_COLUMN } from "~/domain/documents/headers";
import { type ExistingRow, matchRows, type Verdict } from "~/domain/documents/match-rows";
import type { DocumentTable, Period, ReadResult, TableKind } from "~/domain/documents/types";
import type { ImportChoices } from "~/features/documents/import-choices";

/** The cells of a row by column; a network has its links too, one a line. */
export type Cells = Record<string, string>;

/** What rows of a table are compared with: all actors, all networks, or the plan of exactly this period. */
export type Target = { kind: TableKind; period: Period | null };

export type ProductRow = ExistingRow<Cells> & { position: number; updatedAt: Date };

export type ComparedRow = {
  row: number;
  line: number;
  cells: Cells;
  verdict: Verdict<Cells>;
  /** Where the row stands after the import; null leaves it where it is. */
  position: number | null;
  existing: ProductRow | null;
};

export type ComparedTable = { target: Target; number: number; heading: string | null; rows: ComparedRow[] };

/** Rows imported before that the document no longer has; they are left alone. */
export type MissingRow = { target: Target; id: string; name: string };

export type Comparison = { tables: ComparedTable[]; missing: MissingRow[] };

export const linksColumn = "links";

export function importColumns(kind: TableKind): string[] {
  return kind === "networks" ? [...columnsOf(kind), linksColumn] : columnsOf(kind);
}

export function targetOf({ kind, period }: Pick<DocumentTable, "kind" | "period">): Target {
  return { kind, period: kind === "communications-plan" ? period : null };
}

export function targetKey({ kind, period }: Target): string {
  return period ? `${kind} ${period.from} ${period.to}` : kind;
}

/**
 * Compares a document without problems with what the region has. Tables of one target are matched together, so that
 * a table in two parts is one list. A new row takes its place in the document's order when the document has all rows
 * of the target; else it stands last.
 */
export function compareDocument(read: ReadResult, existing: ReadonlyMap<string, ProductRow[]>): Comparison {
  const targets = new Map(read.tables.map((table) => [targetKey(targetOf(table)), targetOf(table)]));
  const compared = new Map<number, ComparedRow[]>();
  const missing: MissingRow[] = [];

  for (const [key, target] of targets) {
    const products = existing.get(key) ?? [];
    const byId = new Map(products.map((row) => [row.id, row]));
    const incoming = read.tables
      .filter((table) => targetKey(targetOf(table)) === key)
      .flatMap((table) => table.rows.map((row) => ({ table: table.number, ...row, cells: cellsOf(table.kind, row) })));
    const numbered = incoming.map(({ cells }, at) => ({ row: at, cells }));
    const matched = matchRows<Cells>(numbered, products, KEY_COLUMN[target.kind]);
    const known = matched.verdicts.filter(({ kind }) => kind !== "created").length;
    const whole = known === products.length;
    let last = Math.max(0, ...products.map(({ position }) => position));

    for (const [at, { table, row, line, cells }] of incoming.entries()) {
      const verdict = matched.verdicts[at];
      if (!verdict) continue;
      const position = whole ? at + 1 : verdict.kind === "created" ? ++last : null;
      const found = verdict.kind === "created" ? null : (byId.get(verdict.id) ?? null);
      const rows = compared.get(table) ?? [];
      rows.push({ row, line, cells, verdict: { ...verdict, row }, position, existing: found });
      compared.set(table, rows);
    }
    for (const id of matched.missing) {
      missing.push({ target, id, name: byId.get(id)?.current[KEY_COLUMN[target.kind]] ?? "" });
    }
  }
  const tables = read.tables.map((table) => ({
    target: targetOf(table),
    number: table.number,
    heading: table.heading,
    rows: compared.get(table.number) ?? [],
  }));
  return { tables, missing };
}

function cellsOf(kind: TableKind, { cells, links }: DocumentTable["rows"][number]): Cells {
  return kind === "networks" ? { ...cells, [linksColumn]: links.join("\n") } : { ...cells };
}

/** What the import does with one row, conflicts settled: an asking row is updated when the file's words were taken. */
export function deedOf({ verdict }: ComparedRow, choices: ImportChoices): "created" | "updated" | "unchanged" | "kept" {
  if (verdict.kind !== "asks") return verdict.kind;
  return choices.conflicts[verdict.id] === "take" ? "updated" : "kept";
}

export type TableCount = {
  number: number;
  kind: TableKind;
  period: Period | null;
  found: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Edited in the product meanwhile, and left as they are. */
  kept: number;
};

/** What an import did, or would do, per table. */
export function countTables(read: ReadResult, comparison: Comparison, choices: ImportChoices): TableCount[] {
  const periods = new Map(read.tables.map(({ number, period }) => [number, period]));
  return comparison.tables.map(({ number, target, rows }) => {
    const counts = { created: 0, updated: 0, unchanged: 0, kept: 0 };
    for (const row of rows) counts[deedOf(row, choices)]++;
    return { number, kind: target.kind, period: periods.get(number) ?? null, found: rows.length, ...counts };
  });
}
