import { type Cell, readCell } from "./cells";
import { type Header, headerReader, KEY_COLUMN } from "./headers";
import { type DocumentLine, isBlank, isPageNumber, isRule } from "./lines";
import { headingOf, outline, statedPeriod, titleOf, yearsIn } from "./periods";
import type { Period, TableKind } from "./types";

/** One line of a table. `broken`: a blank line, a rule or a repeated header stands before it. */
export type Fragment = {
  line: number;
  broken: boolean;
  cells: Record<string, Cell>;
  /** Set when the line has another number of cells than the header, or words under no header. */
  fault: { code: "row_too_short" | "row_too_long"; cell: number; expected: number; found: number } | null;
};

export type FoundTable = {
  kind: TableKind;
  headerLine: number;
  header: Header;
  heading: string | null;
  /** What the table's own section says, else what the document says of itself. */
  period: Period | null;
  fragments: Fragment[];
};

const NO_CELL: Cell = { text: "", links: [], opens: false, closes: false };

/**
 * The known tables of a document and their lines. A table goes on over blank lines, rules, page numbers, running
 * titles and repeated headers; a heading, other text, or a table of another width ends it.
 */
export function findTables(lines: DocumentLine[]): FoundTable[] {
  const readHeader = headerReader();
  const headers = lines.map(({ cells }) => readHeader(cells));
  const firstHeader = headers.findIndex((header) => header !== null);
  const stated = statedPeriod(lines.slice(0, Math.max(firstHeader, 0)));
  const blockOf = blocks(lines);
  const running = runningLines(lines);
  const headings = outline();
  const tables: FoundTable[] = [];
  let current: FoundTable | null = null;
  let broken = false;
  let last: DocumentLine | null = null;

  for (const [at, line] of lines.entries()) {
    const header = headers[at] ?? null;
    const heading = headingOf(line);
    if (heading) {
      headings.add(heading);
      current = null;
    } else if (isBlank(line) || isRule(line) || (current && broken && (isPageNumber(line) || running.has(line)))) {
      broken = true;
      continue;
    } else if (header) {
      if (current && sameHeader(current.header, header)) {
        broken = true;
        continue;
      }
      const above = headings.above();
      const title = last && headingOf(last) === null ? titleOf(last) : null;
      const sections = title && yearsIn(title.text) ? [title, ...above] : above;
      const years = sections.map(({ text }) => yearsIn(text)).find((found) => found !== null);
      const headingText = sections[0]?.text ?? title?.text ?? null;
      current = {
        kind: header.kind,
        headerLine: line.line,
        header,
        heading: headingText,
        period: years ?? stated,
        fragments: [],
      };
      tables.push(current);
    } else if (current && belongs(current.header, line, broken, blockOf[at] ?? [])) {
      current.fragments.push(fragmentOf(current.header, line, broken));
    } else {
      current = null;
    }
    broken = false;
    last = line;
  }
  return tables;
}

/** Lines of text that stand on several pages alike: a page's running header or footer. */
function runningLines(lines: DocumentLine[]): Set<DocumentLine> {
  const alike = new Map<string, DocumentLine[]>();
  for (const line of lines) {
    const text = (line.cells[0] ?? "").trim();
    if (line.cells.length > 1 || text === "" || text.length > 100) continue;
    const same = alike.get(text);
    if (same) same.push(line);
    else alike.set(text, [line]);
  }
  return new Set([...alike.values()].filter((same) => same.length > 1).flat());
}

/** The run of lines without a blank one between that each line stands in. */
function blocks(lines: DocumentLine[]): DocumentLine[][] {
  let block: DocumentLine[] = [];
  return lines.map((line) => {
    if (isBlank(line)) block = [];
    else block.push(line);
    return block;
  });
}

/**
 * Whether a line goes on with the table above it. After a blank line a single line, or a run with a line of the
 * table's own width, or of nearly that width, does; text and tables of quite another width do not.
 */
function belongs({ columns }: Header, { cells }: DocumentLine, broken: boolean, block: DocumentLine[]): boolean {
  if (cells.length === columns.length || !broken) return true;
  if (cells.length === 1) return false;
  if (Math.abs(cells.length - columns.length) <= 1 || block.length === 1) return true;
  return block.slice(0, 200).some((other) => other.cells.length === columns.length);
}

function fragmentOf({ columns, kind }: Header, { line, cells }: DocumentLine, broken: boolean): Fragment {
  const named: Record<string, Cell> = {};
  let astray: number | null = null;
  for (const [at, column] of columns.entries()) {
    const raw = cells[at] ?? "";
    if (column === null) {
      if (raw.trim() !== "") astray ??= at + 1;
    } else {
      named[column] ??= readCell(raw);
    }
  }
  named[KEY_COLUMN[kind]] ??= NO_CELL;
  const counts = { expected: columns.length, found: cells.length };
  let fault: Fragment["fault"] = null;
  if (cells.length < columns.length) fault = { code: "row_too_short", cell: cells.length + 1, ...counts };
  else if (cells.length > columns.length) fault = { code: "row_too_long", cell: columns.length + 1, ...counts };
  else if (astray !== null) fault = { code: "row_too_long", cell: astray, ...counts };
  return { line, broken, cells: named, fault };
}

function sameHeader(a: Header, b: Header): boolean {
  return (
    a.kind === b.kind &&
    a.columns.length === b.columns.length &&
    a.columns.every((column, at) => column === b.columns[at])
  );
}
