import type { Block, Inline } from "../shared/markdown";

/**
 * A cell of a table: words, with a new line for each paragraph; the same with web addresses under them; or a list with
 * a point for each item.
 */
export type Cell = string | { words: string; links: string[] } | { items: string[] };

/**
 * A table of the product's own. The first cell of a row names it. `share` is a column's part of the width, any unit.
 * Under a heading that says what it holds the caption is spoken only.
 */
export type DataTable = {
  type: "data";
  caption: string;
  underHeading?: true;
  columns: { head: string; share: number; centred?: true }[];
  rows: { cells: Cell[]; whole: boolean }[];
};

const number = /^[+\u2212-]?\d[\d\s\u00a0\u202f.,]*( ?%)?$/;

const year = /^(19|20)\d\d$/;

/** Whether a column of a table holds numbers and nothing else, which stand under one another; years are words. */
export function isNumeric({ rows }: Pick<DataTable, "rows">, column: number): boolean {
  const cells = rows.map(({ cells: own }) => own[column] ?? "").filter((cell) => cell !== "" && cell !== "–");
  const holds = (pattern: RegExp) => cells.every((cell) => typeof cell === "string" && pattern.test(cell));
  return column > 0 && cells.length > 0 && holds(number) && !holds(year);
}

/** Terms and what they stand for: letters in a matrix, short names. */
export type TermList = { type: "terms"; terms: Term[] };
export type Term = { term: string; words: string };

/** A heading inside a part; 2 stands right under the part's own. `number` is "3.1", or empty further in. */
export type Subheading = { type: "subheading"; level: 2 | 3 | 4; number: string; inlines: Inline[] };

export type DocumentBlock = Exclude<Block, { type: "heading" }> | DataTable | TermList | Subheading;

/**
 * `wide` parts stand on pages on their side; `newPage`: it begins on a page of its own. `number` is "3"; `id` is what a
 * link leads to.
 */
export type DocumentPart = {
  id: string;
  number: string;
  heading: string;
  wide: boolean;
  newPage: boolean;
  blocks: DocumentBlock[];
};

/** A plan as it is printed and as it stands in Word: every word of it in one language. */
export type PlanDocument = {
  language: "nb" | "nn" | "en";
  title: string;
  region: string;
  programme: string;
  facts: Term[];
  /** Says that only some rows are in it; null when all are. */
  notice: string | null;
  words: { contents: string; page: string; of: string; table: string };
  parts: DocumentPart[];
};

/** A part before its place in the document is known. A `short` one has room on the page that is begun. */
export type RawPart = { heading: string; wide?: true; short?: true; blocks: (Block | DataTable | TermList)[] };

/**
 * Parts with their numbers, headings in order without a gap, and parts that hold nothing left out. A part that is alone
 * stands on the first page, under the document's title.
 */
export function numberParts(parts: readonly RawPart[]): DocumentPart[] {
  const held = parts.filter(({ blocks }) => blocks.length > 0);
  return held.map(({ heading, wide = false, short = false, blocks }, at) => {
    const number = String(at + 1);
    const newPage = held.length > 1 && (wide || (at === 0 && !short));
    return { id: `part-${number}`, number, heading, wide, newPage, blocks: numberHeadings(blocks, number) };
  });
}

/** The highest heading of a text comes to stand right under its part's; none is more than one below the one before. */
function numberHeadings(blocks: RawPart["blocks"], part: string): DocumentBlock[] {
  const levels = blocks.flatMap((block) => (block.type === "heading" ? [block.level] : []));
  const highest = Math.min(...levels);
  let above = 1;
  let count = 0;
  return blocks.map((block) => {
    if (block.type === "list") return { ...block, items: block.items.map((item) => item.map(withoutHeadings)) };
    if (block.type === "quote") return { ...block, blocks: block.blocks.map(withoutHeadings) };
    if (block.type !== "heading") return block;
    const level = Math.min(block.level - highest + 2, above + 1, 4) as 2 | 3 | 4;
    above = level;
    if (level === 2) count += 1;
    return { type: "subheading", level, number: level === 2 ? `${part}.${count}` : "", inlines: block.inlines };
  });
}

/** A heading in a list or a quotation divides nothing: it becomes a paragraph in bold. */
function withoutHeadings(block: Block): Block {
  switch (block.type) {
    case "heading":
      return { type: "paragraph", inlines: [{ type: "strong", inlines: block.inlines }] };
    case "list":
      return { ...block, items: block.items.map((item) => item.map(withoutHeadings)) };
    case "quote":
      return { ...block, blocks: block.blocks.map(withoutHeadings) };
    default:
      return block;
  }
}

/** A heading for a part's blocks, in words alone. */
export const headingOf = (text: string, level = 1): Block => ({
  ...{ type: "heading", level },
  inlines: [{ type: "text", text }],
});

export const paragraphOf = (text: string): Block => ({ type: "paragraph", inlines: [{ type: "text", text }] });

/** Rows with more than this in them may stand on two pages: kept whole they would leave half of one empty. */
const mostWhole = 700;

/** A row of a table from its cells. */
export function rowOf(cells: Cell[]): DataTable["rows"][number] {
  const length = (cell: Cell) => (typeof cell === "string" ? cell.length : wordsOf(cell).length);
  return { cells, whole: Math.max(...cells.map(length)) <= mostWhole };
}

/** What a cell says, a line for each paragraph, address or item. */
export function wordsOf(cell: Cell): string {
  if (typeof cell === "string") return cell;
  return "items" in cell ? cell.items.join("\n") : [cell.words, ...cell.links].filter(Boolean).join("\n");
}

/**
 * The same value with every text in it as XML and paper can hold it: without control characters (XML 1.0, production 2)
 * and halves of characters. A tab and a new line stay.
 */
export function printable<T>(value: T): T {
  if (typeof value === "string") return printableText(value) as T;
  if (Array.isArray(value)) return value.map(printable) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, printable(own)])) as T;
}

function printableText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
}

/** Whether the first letter of a text is of a script written from right to left. */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u.test(letter);
}

/** The file name of a document: "kommunikasjonsplan-vestland-2021.docx", of letters every system can hold. */
export function fileNameOf(...parts: string[]): string {
  const plain = parts
    .join("-")
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${plain.slice(0, 100) || "plan"}.docx`;
}
