import { type Cell, readCell } from "./cells";
import { countWords, decideJoin, type Words } from "./joins";
import { type DocumentLine, isBlank, isPageNumber, isRule, splitLines } from "./lines";
import { headingOf } from "./periods";
import { type HeadColumn, type PlanColumn, planColumns } from "./plan-columns";
import { hash } from "./rows";
import type { Join } from "./types";

/** A row of a table of measures and activities. `cells` follow the table's columns; `line` counts from 1. */
export type BlockRow = { row: number; line: number; measure: string; strategy: string; cells: string[] };

/** Where a page's end may have cut a row in two, or not. `id` depends on the words of the two lines only. */
export type Cut = {
  id: string;
  table: number;
  row: number;
  line: number;
  left: string;
  right: string;
  chosen: Join;
  settled: boolean;
};

/** A row that cannot be read. `cell` counts from 1. */
export type RowFault = {
  code: "row_too_long" | "row_without_measure" | "row_without_activity";
  table: number;
  row: number;
  line: number;
  cell: number | null;
};

export type PlanTable = {
  /** Counts from 1 over the tables of the document. */
  number: number;
  line: number;
  columns: HeadColumn[];
  rows: BlockRow[];
};

/** A document as what stands in it from top to bottom: headings, paragraphs, and tables of measures and activities. */
export type Block =
  | { kind: "heading"; line: number; level: number; text: string }
  | { kind: "text"; line: number; text: string }
  | { kind: "table"; line: number; table: PlanTable };

export type PlanBlocks = { blocks: Block[]; cuts: Cut[]; faults: RowFault[] };

/** A line of a row; `torn` when a person says that a word was cut. */
type Part = { line: number; cells: Cell[]; torn: boolean };
type Open = { table: PlanTable; parts: Part[][]; broken: boolean };

/**
 * Reads a document that has tables of measures and activities: an action plan, or a report on one. A blank first cell
 * is a new row under the measure above. After a page's end a line without a time of its own that begins with a small
 * letter continues the row above; `joins` holds a person's answers by the cuts' ids. Linear time; never throws.
 */
export function readPlanBlocks(text: string, joins: Record<string, Join> = {}): PlanBlocks {
  const words = countWords(text.normalize("NFC"));
  const found: PlanBlocks = { blocks: [], cuts: [], faults: [] };
  let open = null as Open | null;
  let tables = 0;
  const close = () => {
    if (open) finish(open, words, found);
    open = null;
  };

  for (const line of splitLines(text)) {
    const heading = headingOf(line);
    const columns = heading ? null : planColumns(line.cells);
    if (heading) {
      close();
      const plain = heading.text.replace(/^[-–•*\s]+|[*_]+$/g, "").replace(/^[*_]+/, "");
      found.blocks.push({ kind: "heading", line: line.line, level: heading.level, text: plain.trim() });
    } else if (isBlank(line) || isRule(line) || (open && isPageNumber(line))) {
      if (open) open.broken = true;
    } else if (columns) {
      if (open && sameColumns(open.table.columns, columns)) continue;
      close();
      const table: PlanTable = { number: ++tables, line: line.line, columns, rows: [] };
      open = { table, parts: [], broken: false };
      found.blocks.push({ kind: "table", line: line.line, table });
    } else if (open && line.cells.length > 1) {
      addLine(open, line, joins, found);
    } else {
      close();
      found.blocks.push({ kind: "text", line: line.line, text: textOf(line) });
    }
  }
  close();
  return found;
}

function addLine(open: Open, line: DocumentLine, joins: Record<string, Join>, found: PlanBlocks): void {
  const { table, parts } = open;
  const cells = table.columns.map((_, at) => readCell(line.cells[at] ?? ""));
  const astray = line.cells.findIndex((cell, at) => at >= table.columns.length && cell.trim() !== "");
  const place = { table: table.number, row: parts.length + 1, line: line.line };
  if (astray >= 0) found.faults.push({ code: "row_too_long", ...place, cell: astray + 1 });
  const last = parts.at(-1);
  const part: Part = { line: line.line, cells, torn: false };
  const standing = last && open.broken ? standingOf(table.columns, cells) : "row";
  open.broken = false;
  if (!last || standing === "row") {
    parts.push([part]);
    return;
  }
  const above = last.at(-1)?.cells ?? [];
  const id = hash([...above, ...cells].map(({ text }) => text).join("\t"));
  const answer = Object.hasOwn(joins, id) ? (joins[id] ?? null) : null;
  const chosen = answer ?? (standing === "goes-on" ? "space" : "new-row");
  const at = cells.findIndex(({ text }) => text !== "");
  const row = chosen === "new-row" ? parts.length + 1 : parts.length;
  found.cuts.push({
    id,
    ...place,
    row,
    left: above[at]?.text ?? "",
    right: cells[at]?.text ?? "",
    chosen,
    settled: answer !== null,
  });
  if (chosen === "new-row") parts.push([part]);
  else last.push({ ...part, torn: chosen === "none" });
}

/** Whether a line after a page's end is a row, goes on with the row above, or might be either. */
function standingOf(columns: HeadColumn[], cells: Cell[]): "row" | "goes-on" | "asks" {
  const of = (column: PlanColumn) => cells[columns.findIndex((head) => head.column === column)]?.text ?? "";
  if (of("timing") !== "") return "row";
  const first = cells.find(({ text }) => text !== "")?.text ?? "";
  if (/^\p{Ll}/u.test(first)) return "goes-on";
  const timed = columns.some(({ column }) => column === "timing");
  return timed && of("measure") === "" ? "asks" : "row";
}

/** Joins what was cut, and names every row by the measure and the strategy it stands under. */
function finish({ table, parts }: Open, words: Words, found: PlanBlocks): void {
  const at = (column: PlanColumn) => table.columns.findIndex((head) => head.column === column);
  const [measureAt, strategyAt, activityAt] = [at("measure"), at("strategy"), at("activity")];
  let measure = "";
  let strategy = "";
  for (const [index, pieces] of parts.entries()) {
    const cells = table.columns.map((_, column) => joined(pieces, column, words));
    const line = pieces[0]?.line ?? table.line;
    const own = { measure: cells[measureAt] ?? "", strategy: cells[strategyAt] ?? "" };
    if (own.measure !== "") strategy = "";
    if (own.measure !== "") measure = own.measure;
    if (own.strategy !== "") strategy = own.strategy;
    const place = { table: table.number, row: index + 1, line };
    if (measure === "") found.faults.push({ code: "row_without_measure", ...place, cell: measureAt + 1 });
    if (own.measure === "" && own.strategy === "" && (cells[activityAt] ?? "") === "")
      found.faults.push({ code: "row_without_activity", ...place, cell: activityAt + 1 });
    table.rows.push({ row: index + 1, line, measure, strategy, cells });
  }
}

function joined(pieces: Part[], column: number, words: Words): string {
  let left: Cell | null = null;
  let text = "";
  for (const { cells, torn } of pieces) {
    const right: Cell | undefined = cells[column];
    if (!right || right.text === "") continue;
    text += left ? (torn ? "" : decideJoin(left, right, words).glue) + right.text : right.text;
    left = right;
  }
  return text;
}

function sameColumns(a: HeadColumn[], b: HeadColumn[]): boolean {
  return a.length === b.length && a.every(({ head }, at) => head === b[at]?.head);
}

/** The words of a line; cells that stand side by side outside a known table are parted by an en rule. */
function textOf({ cells }: DocumentLine): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "")
    .join(" – ");
}
