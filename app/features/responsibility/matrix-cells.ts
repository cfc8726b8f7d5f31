import { type PartCode, partCodes } from "~/domain/responsibility/parts";

/** What a cell is changed to: a part, no part, or back to what the plan's words imply. */
export type Wanted = PartCode | "none" | "clear";

/** The part a cell's code stands for, said or implied; null for nobody. */
export function partIn(code: string): PartCode | null {
  const lower = code.toLowerCase();
  return partCodes.find((part) => part === lower) ?? null;
}

/** Whether a cell shows what the plan's words imply, and nobody has said otherwise. */
export const isImplied = (code: string) => code === code.toLowerCase() && partIn(code) !== null;

export const hasAccountable = (cells: string) => /a/i.test(cells);

/** How many actors have a part in a row. */
export const countIn = (cells: string) => cells.replace(/[^apcki]/gi, "").length;

/** Three sums per actor: accountable; performs or contributes; any part. */
export type Sums = { a: number[]; pc: number[]; all: number[] };

/** Adds a row's cells to the sums, or takes them away. */
export function addTo(sums: Sums, cells: string, sign: 1 | -1 = 1): void {
  for (let column = 0; column < cells.length; column++) {
    const part = partIn(cells.charAt(column));
    if (part === null) continue;
    sums.all[column] = (sums.all[column] ?? 0) + sign;
    if (part === "a") sums.a[column] = (sums.a[column] ?? 0) + sign;
    if (part === "p" || part === "c") sums.pc[column] = (sums.pc[column] ?? 0) + sign;
  }
}

export function sumsOf(rows: readonly { cells: string }[], columns: number): Sums {
  const zeros = () => Array.from({ length: columns }, () => 0);
  const sums = { a: zeros(), pc: zeros(), all: zeros() };
  for (const { cells } of rows) addTo(sums, cells);
  return sums;
}

export const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

const put = (cells: string, column: number, code: string) => cells.slice(0, column) + code + cells.slice(column + 1);

/**
 * A row as it will stand after a change, as far as the browser knows: setting the accountable makes the one who was
 * that perform. What clearing brings back is the server's to say; until it has, the cell is empty.
 */
export function afterChange(cells: string, column: number, wanted: Wanted): string {
  if (wanted === "clear") return put(cells, column, ".");
  if (wanted === "none") return put(cells, column, isImplied(cells.charAt(column)) ? "-" : ".");
  const others = wanted === "a" ? cells.replace(/a/gi, "P") : cells;
  return put(others, column, wanted.toUpperCase());
}

/** What emptying a cell asks for: no part; over a part already taken away, what was implied. */
export const emptying = (code: string): Wanted => (code === "-" ? "clear" : "none");

/** What brings a code back. */
function bringingBack(code: string): Wanted {
  if (code === "-") return "none";
  const part = partIn(code);
  return part === null || isImplied(code) ? "clear" : part;
}

/**
 * The changes that take a row back from `after` to `before`. The accountable comes last: setting it moves another, and
 * nothing is left to move by then.
 */
export function takingBack(before: string, after: string): { column: number; wanted: Wanted }[] {
  return [...before]
    .flatMap((code, column) => (code === after.charAt(column) ? [] : [{ code, column, wanted: bringingBack(code) }]))
    .sort((one, other) => Number(partIn(one.code) === "a") - Number(partIn(other.code) === "a"))
    .map(({ column, wanted }) => ({ column, wanted }));
}
