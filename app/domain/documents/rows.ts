import type { Cell } from "./cells";
import { columnsOf, KEY_COLUMN, ROW_COLUMNS } from "./headers";
import { decideJoin, discountCut, type Words } from "./joins";
import type { FoundTable, Fragment } from "./tables";
import type { Doubt, Join, Problem, TableKind } from "./types";

/**
 * A line of a row. `id` tells its cut from all others. `column` is the cell that raises the question whether the line
 * is a row of its own (null: no question), `above` what stands over that cell.
 */
type Part = { line: number; cells: Record<string, Cell>; id: string; column: string | null; above: string };

/** A row whose cells are not joined yet. */
type OpenRow = { kind: TableKind; table: number; row: number; parts: [Part, ...Part[]] };

type ClosedRow = { row: number; line: number; cells: Record<string, string>; links: string[] };

/** A person's answers, by the doubt's id. */
export type Answers = (id: string) => Join | null;

/**
 * Gathers a table's lines into rows. A line without words in the columns that make a row continues the row above; a
 * line with some of them is a question, with a default.
 */
export function gatherRows(table: FoundTable, number: number, cutId: CutId, answers: Answers) {
  const { kind, fragments, header } = table;
  const key = KEY_COLUMN[kind];
  const rows: OpenRow[] = [];
  const problems: Problem[] = [];
  let count = 0;
  let previous: Fragment | null = null;

  for (const fragment of fragments) {
    const { line, cells, fault } = fragment;
    const named = textOf(fragment, key) !== "";
    const last = rows.at(-1);
    if (fault || (!named && !last)) {
      if (named || count === 0) count++;
      const place = { table: number, kind, row: count, line };
      if (fault) {
        const { code, cell, expected, found } = fault;
        problems.push({ code, ...place, cell, params: { expected, found } });
      } else if (previous === null) {
        problems.push({
          code: "row_without_name",
          ...place,
          cell: header.columns.indexOf(key) + 1,
          params: { column: key },
        });
      }
    } else {
      const { row, column } = previous && last ? standing(kind, fragment) : { row: true, column: null };
      const id = previous && (!row || column) ? cutId(kind, previous, fragment) : "";
      const answer = column === null ? null : answers(`${id}-${column}`);
      const part: Part = { line, cells, id, column, above: column && previous ? textOf(previous, column) : "" };
      if (last && (answer === null ? !row : answer !== "new-row")) last.parts.push(part);
      else rows.push({ kind, table: number, row: ++count, parts: [named ? part : underName(part, key, last)] });
    }
    previous = fragment;
  }
  return { rows, problems };
}

/** Whether a line is a row by default, and the column that makes that a question (null: no question). */
function standing(kind: TableKind, fragment: Fragment): { row: boolean; column: string | null } {
  const key = KEY_COLUMN[kind];
  const filled = columnsOf(kind).filter((column) => textOf(fragment, column) !== "");
  const making = ROW_COLUMNS[kind].filter((column) => column !== key && filled.includes(column));
  if (!filled.includes(key)) return { row: false, column: making[0] ?? null };
  const startsLower = (column: string) => /^\p{Ll}/u.test(textOf(fragment, column));
  if (filled.length === 1 && (startsLower(key) || fragment.broken)) return { row: !startsLower(key), column: key };
  if (startsLower(key)) return { row: making.length > 0, column: fragment.broken || making.length === 0 ? key : null };
  const goesOn = fragment.broken && making.length === 0 && filled.some(startsLower);
  return { row: true, column: goesOn ? key : null };
}

/** A row of its own under a blank first cell has the name of the row above. */
function underName(part: Part, key: string, above: OpenRow | undefined): Part {
  const name = above?.parts[0].cells[key];
  return name ? { ...part, cells: { ...part.cells, [key]: { ...name, links: [] } } } : part;
}

/** Takes the words at every cut of a row out of the document's count. */
export function discountCuts({ kind, parts }: OpenRow, words: Words): void {
  for (const column of columnsOf(kind)) {
    let left: Cell | null = null;
    for (const { cells } of parts) {
      const right = cells[column];
      if (!right || right.text === "") continue;
      if (left) discountCut(words, left, right);
      left = right;
    }
  }
}

/** Joins the cells of a row, and tells which joins a person should see. */
export function closeRow(open: OpenRow, words: Words, answers: Answers): { row: ClosedRow; doubts: Doubt[] } {
  const { kind, table, row, parts } = open;
  const line = parts[0].line;
  const doubts: Doubt[] = [];
  const ask = (part: Part, column: string, left: string, choices: Join[], chosen: Join) => {
    const id = `${part.id}-${column}`;
    const right = part.cells[column]?.text ?? "";
    const settled = answers(id) !== null;
    doubts.push({ id, table, kind, row, line: part.line, column, left, right, choices, chosen, settled });
  };

  const own = parts[0];
  if (own.column) ask(own, own.column, own.above, ["space", "none", "new-row"], "new-row");
  const cells = Object.fromEntries(columnsOf(kind).map((column) => [column, joinColumn(column)]));
  const links = [...new Set(parts.flatMap((part) => Object.values(part.cells).flatMap((cell) => cell.links)))];
  return { row: { row, line, cells, links }, doubts };

  function joinColumn(column: string): string {
    const pieces: string[] = [];
    let left: Cell | null = null;
    for (const [at, part] of parts.entries()) {
      const right = part.cells[column];
      if (!right || right.text === "") continue;
      const { glue, doubtful } = left ? decideJoin(left, right, words) : { glue: "" as const, doubtful: false };
      const asksRow = at > 0 && part.column === column;
      const answer = doubtful || asksRow ? answers(`${part.id}-${column}`) : null;
      const chosen = left === null || answer === null ? glue : answer === "none" ? "" : glue === "\n" ? glue : " ";
      if (doubtful || asksRow) {
        const choices: Join[] = asksRow ? ["space", "none", "new-row"] : ["space", "none"];
        ask(part, column, left?.text ?? part.above, choices, left && chosen === "" ? "none" : "space");
      }
      pieces.push(chosen, right.text);
      left = right;
    }
    return pieces.join("");
  }
}

type CutId = (kind: TableKind, above: Fragment, below: Fragment) => string;

/**
 * Names cuts by the words of their two lines, so that a name outlives reordered rows, moved tables and other answers.
 * The same two lines again get a number.
 */
export function cutIds(): CutId {
  const seen = new Map<string, number>();
  return (kind, above, below) => {
    const words = [above, below].flatMap((part) => columnsOf(kind).map((column) => textOf(part, column)));
    const name = hash([kind, ...words].join("\t"));
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}-${times}`;
  };
}

/** FNV-1a, twice with different beginnings: 64 bits as hex. */
export function hash(text: string): string {
  return [0x811c9dc5, 0x9747b28c]
    .map((seed) => {
      let value = seed;
      for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
      return (value >>> 0).toString(16).padStart(8, "0");
    })
    .join("");
}

function textOf(fragment: Fragment, column: string): string {
  return fragment.cells[column]?.text ?? "";
}
