import { areaOf, keyOf } from "./action-plan-document";
import { readCell } from "./cells";
import { isBlank, splitLines } from "./lines";
import { type Block, type Cut, type PlanTable, type RowFault, readPlanBlocks } from "./plan-blocks";
import { type StatedAccounts, statedAccounts } from "./stated-accounts";
import type { Join } from "./types";

/** A column of answers. `status` is the one that says how it goes. */
export type ReportColumn = { label: string; status: boolean };

/** A row of a report: the words of the plan it repeats, and what is answered, by the label of its column. */
type ReportRowRead = {
  table: number;
  row: number;
  line: number;
  area: string;
  focusArea: string;
  strategy: string;
  measure: string;
  activity: string;
  timing: string;
  answers: Record<string, string>;
};

/** A text under a heading. Markdown. The heading is empty for what stands before the first; `area` is set for an area's. */
type ReportText = { line: number; heading: string; area: boolean; body: string };

export type StatusReportProblem =
  | RowFault
  | { code: "no_known_table"; table: null; row: null; line: null; cell: null }
  | { code: "no_status"; table: null; row: null; line: null; cell: null };

export type ReportKind = "four_monthly" | "half_yearly" | "yearly";

/** A status report as a document says it. Days are ISO days; what it does not say is null or empty. */
export type StatusReportDocument = {
  title: string;
  kind: ReportKind | null;
  from: string | null;
  to: string | null;
  /** The body it was put before, the day, and the case ("14/2017"). */
  body: string;
  meetingOn: string | null;
  caseNumber: string;
  columns: ReportColumn[];
  rows: ReportRowRead[];
  texts: ReportText[];
  /** What has no place of its own: headings nothing stands under. */
  unplaced: { line: number; words: string }[];
  stated: StatedAccounts;
  tables: number;
  cuts: Cut[];
  problems: StatusReportProblem[];
};

const TITLE =
  /(?<!\p{L})(t\p{L}{0,3}r\p{L}{0,2}ialrapport|halvårsrapport|årsrapport|statusrapport)\s*(?:nr\.?\s*)?([1-3])?\.?\s*(?:[-–—/,]|for|i)?\s*(20\d\d)/iu;
const CASE = /^sak\s*(?:nr\.?\s*)?(\d{1,3}\/20\d\d):?\s*(.*)$/iu;
const MEETING = /^(?:.{0,30}\s)?møte i (.{2,60}?)(?:,|\s)\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d\d)$/iu;
const RESOURCE = /^(?:ressurs(?:er|ar)?|ansvar(?:lig|leg)?|stilling(?:er|ar)?)\s*:\s*\S/iu;
const LAST_DAYS: Record<string, string> = { "4": "04-30", "6": "06-30", "8": "08-31", "12": "12-31" };

/**
 * Reads a status report out of a plain text: the tables of measures and activities with what is said of each, the area
 * and focus area they stand under, and the texts around them. A focus area is the heading above its table, or the line
 * above the one that says what it has (`Ressurs: …`), or the last short line. Nothing of the document is left out: a
 * line is in a row, in a text, in what the document says of itself, or in `unplaced`. Never throws. With any problem
 * nothing may be saved.
 */
export function readStatusReport(text: string, options: { joins?: Record<string, Join> } = {}): StatusReportDocument {
  const { blocks, cuts, faults } = readPlanBlocks(text, options.joins);
  const problems: StatusReportProblem[] = [...faults];
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
  const columns = columnsOf(tables);
  if (tables.length === 0) problems.push({ code: "no_known_table", ...nowhere });
  else if (!columns.some(({ status }) => status)) problems.push({ code: "no_status", ...nowhere });
  const { head, rest } = headOf(blocks);
  const { rows, texts, unplaced } = partsOf(withTables(rest, text));
  return {
    ...head,
    columns,
    rows,
    texts,
    unplaced,
    stated: statedAccounts(text),
    tables: tables.length,
    cuts,
    problems,
  };
}

const nowhere = { table: null, row: null, line: null, cell: null } as const;

/** Whether a text is a report rather than a plan: its tables say how it goes. */
export function isStatusReport({ tables, columns }: StatusReportDocument): boolean {
  return tables > 0 && columns.some(({ status }) => status);
}

/** The columns of answers over all tables, each once, that of the status first. */
function columnsOf(tables: PlanTable[]): ReportColumn[] {
  const found = new Map<string, ReportColumn>();
  for (const { columns } of tables)
    for (const { column, head } of columns) {
      const answers = column === "status" || column === "owner" || column === "other";
      if (answers && head !== "") found.set(labelOf(column, head), { label: head, status: column === "status" });
    }
  return [...found.values()]
    .filter(({ status }, at, all) => !status || all.findIndex((one) => one.status) === at)
    .sort((a, b) => Number(b.status) - Number(a.status));
}

/** All columns of a status are one, whatever month they are of. */
const labelOf = (column: string, head: string) => (column === "status" ? "status" : keyOf(head));

/** What the document says of itself before anything else, and the blocks that are left. */
function headOf(blocks: Block[]) {
  const head: Pick<StatusReportDocument, "title" | "kind" | "from" | "to" | "body" | "meetingOn" | "caseNumber"> = {
    ...{ title: "", kind: null, from: null, to: null },
    ...{ body: "", meetingOn: null, caseNumber: "" },
  };
  const taken = new Set<Block>();
  for (const block of blocks.slice(0, 12)) {
    if (block.kind === "table" || block.text.length > 160) continue;
    const plain = readCell(block.text).text;
    const meeting = head.meetingOn === null ? MEETING.exec(plain) : null;
    if (meeting) {
      const [, body = "", day = "", month = "", year = ""] = meeting;
      const on = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
      if (Number.isNaN(Date.parse(on))) continue;
      Object.assign(head, { body, meetingOn: on });
      taken.add(block);
      continue;
    }
    const numbered = head.caseNumber === "" ? CASE.exec(plain) : null;
    const words = numbered?.[2] ?? plain;
    const titled = head.title === "" ? TITLE.exec(words) : null;
    if (!numbered && !(titled && words.length <= 100)) continue;
    if (numbered) head.caseNumber = numbered[1] ?? "";
    if (titled || numbered) head.title = words.trim();
    if (titled) Object.assign(head, periodOf(titled[1] ?? "", titled[2], titled[3] ?? ""));
    taken.add(block);
  }
  return { head, rest: blocks.filter((block) => !taken.has(block)) };
}

function periodOf(word: string, part: string | undefined, year: string) {
  const months = /^halv/i.test(word) ? 6 : /^t/i.test(word) ? 4 : 12;
  const kind: ReportKind = months === 6 ? "half_yearly" : months === 4 ? "four_monthly" : "yearly";
  if (/^status/i.test(word)) return {};
  if (months < 12 && (part === undefined || Number(part) > 12 / months)) return { kind };
  const at = months === 12 ? 1 : Number(part);
  const first = String((at - 1) * months + 1).padStart(2, "0");
  return { kind, from: `${year}-${first}-01`, to: `${year}-${LAST_DAYS[String(at * months)]}` };
}

type Piece = Exclude<Block, { kind: "table" }>;

/** Lines whose cells stand side by side, outside the tables that are known, become one table in Markdown. */
function withTables(blocks: Block[], text: string): Block[] {
  const wide = new Map(
    splitLines(text).flatMap((line) => (line.cells.length > 1 && !isBlank(line) ? [[line.line, line.cells]] : [])),
  );
  const result: Block[] = [];
  let open: { line: number; last: number; rows: string[][] } | null = null;
  const close = () => {
    if (open) result.push({ kind: "text", line: open.line, text: markdownTable(open.rows) });
    open = null;
  };
  for (const block of blocks) {
    const cells = block.kind === "text" ? wide.get(block.line) : undefined;
    if (!cells) {
      close();
      result.push(block);
    } else if (open && block.line === open.last + 1) {
      open.rows.push(cells);
      open.last = block.line;
    } else {
      close();
      open = { line: block.line, last: block.line, rows: [cells] };
    }
  }
  close();
  return result;
}

function markdownTable(rows: string[][]): string {
  const width = Math.max(...rows.map(({ length }) => length));
  const lineOf = (cells: string[]) =>
    `| ${Array.from({ length: width }, (_, at) =>
      readCell(cells[at] ?? "")
        .text.replace(/\n/g, " ")
        .replaceAll("|", "\\|"),
    ).join(" | ")} |`;
  const [first = [], ...rest] = rows.map(lineOf);
  return [first, `|${" --- |".repeat(width)}`, ...rest].join("\n");
}

function partsOf(blocks: Block[]): Pick<StatusReportDocument, "rows" | "texts" | "unplaced"> {
  const rows: ReportRowRead[] = [];
  const texts: ReportText[] = [];
  const unplaced: { line: number; words: string }[] = [];
  let area = "";
  let focusArea = "";
  let text: ReportText = { line: 1, heading: "", area: false, body: "" };
  let pending: Piece[] = [];
  let unnamed = false;

  const finish = () => {
    if (text.body !== "") texts.push(text);
    else if (text.heading !== "" && !text.area) unplaced.push({ line: text.line, words: text.heading });
  };
  const open = (line: number, heading: string, ofArea: boolean) => {
    finish();
    text = { line, heading, area: ofArea, body: "" };
  };
  /** Puts what waits into the open text; before the first area a line that ends with a colon opens a text. */
  const flush = (pieces: Piece[]) => {
    for (const piece of pieces) {
      if (area === "" && isHeading(piece)) open(piece.line, readCell(piece.text).text.replace(/\s*:$/, ""), false);
      else text.body = paragraphs(text.body, piece);
    }
  };

  for (const block of blocks) {
    const opened = areaOf(block);
    if (block.kind === "table") {
      const at = titleAt(pending);
      const title = pending[at];
      if (title) {
        flush(pending.slice(0, at));
        focusArea = readCell(title.text).text;
        if (pending.length > at + 1)
          text.body = paragraphs(text.body, { kind: "heading", line: title.line, level: 3, text: title.text });
        for (const piece of pending.slice(at + 1)) text.body = paragraphs(text.body, piece);
      } else flush(pending);
      pending = [];
      rows.push(...rowsOf(block.table, area, focusArea));
    } else if (opened !== null || unnamed) {
      const name = opened ?? readCell(block.text).text;
      unnamed = name === "";
      if (unnamed) continue;
      flush(pending);
      pending = [];
      area = name;
      focusArea = "";
      open(block.line, name, true);
    } else pending.push(block);
  }
  flush(pending);
  finish();
  return { rows, texts, unplaced };
}

/** Where the title of the focus area stands among the lines above its table; -1 where there is none. */
function titleAt(pieces: Piece[]): number {
  const resource = pieces.findLastIndex((piece) => RESOURCE.test(readCell(piece.text).text));
  const heading = pieces.findLastIndex(({ kind }) => kind === "heading");
  if (heading >= 0) return heading;
  if (resource > 0) return resource - 1;
  return pieces.findLastIndex(({ text }) => text.length <= 120 && !/[.;:,|]$/.test(text.trim()));
}

function isHeading(piece: Piece): boolean {
  return piece.kind === "heading" || (piece.text.length <= 80 && /\S\s*:$/.test(piece.text));
}

function paragraphs(above: string, { kind, text }: Piece): string {
  const plain = text.includes("<") && !/<https?:/.test(text) ? readCell(text).text : text.trim();
  const words = kind === "heading" ? `### ${plain}` : plain;
  return above === "" ? words : `${above}\n\n${words}`;
}

function rowsOf({ number, columns, rows }: PlanTable, area: string, focusArea: string): ReportRowRead[] {
  const at = (column: string) => columns.findIndex((head) => head.column === column);
  const [activity, timing] = [at("activity"), at("timing")];
  return rows.map(({ row, line, measure, strategy, cells }) => {
    const answers: Record<string, string> = {};
    for (const [index, { column, head }] of columns.entries()) {
      const said = cells[index] ?? "";
      if ((column !== "status" && column !== "owner" && column !== "other") || said === "" || head === "") continue;
      const label = labelOf(column, head);
      answers[label] = answers[label] ? `${answers[label]}\n${said}` : said;
    }
    const words = { strategy, measure, activity: cells[activity] ?? "", timing: cells[timing] ?? "" };
    return { table: number, row, line, area, focusArea, ...words, answers };
  });
}

/** The key of a column's answers in the rows that were read. */
export const answerKey = ({ label, status }: ReportColumn) => (status ? "status" : keyOf(label));
