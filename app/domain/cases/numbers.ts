/** The number of a case in the year of its meeting: "14/2017". */
export type CaseNumber = { number: number; year: number };

/** A number as it is written, two figures at least: "04/2017", "14/2017"; empty where there is none. */
export function writtenNumber({ number, year }: { number: number | null; year: number | null }): string {
  return number === null || year === null ? "" : `${String(number).padStart(2, "0")}/${year}`;
}

/** Reads "18/2016", "Sak 18/2016" or "18/16"; null where a text is no number of a case. */
export function readNumber(text: string): CaseNumber | null {
  const found = /^\s*(?:sak(?:snr)?\.?|case)?\s*(\d{1,4})\s*\/\s*(\d{4}|\d{2})\s*$/i.exec(text);
  if (!found) return null;
  const number = Number(found[1]);
  const year = found[2]?.length === 2 ? 2000 + Number(found[2]) : Number(found[2]);
  return number > 0 && year >= 1900 && year < 2200 ? { number, year } : null;
}

export type CorrectedNumber = {
  number: CaseNumber;
  /** What was typed, where its year is not the meeting's; else empty. */
  typed: string;
};

/**
 * What a typed number means in a meeting of this year. The year of a case is its meeting's: one typed with another
 * year is corrected, and what was typed is kept so that it can be said ("the notice said 18/2016").
 */
export function correctNumber(typed: string, year: number): CorrectedNumber | null {
  const plain = /^\s*\d{1,4}\s*$/.test(typed) ? `${typed.trim()}/${year}` : typed;
  const read = readNumber(plain);
  return read && { number: { number: read.number, year }, typed: read.year === year ? "" : writtenNumber(read) };
}

/** The counter of a body in a year. `last` is the last number given, null while none is; `used` the highest in use. */
export type Counter = { first: number; last: number | null; used: number | null };

/** The next numbers of a counter, without a gap after the highest there is. A gap that was imported stays one. */
export function nextNumbers({ first, last, used }: Counter, count: number): number[] {
  const before = Math.max(first - 1, last ?? 0, used ?? 0);
  return Array.from({ length: count }, (_, at) => before + 1 + at);
}

/**
 * What becomes of the number of a case that is taken off an agenda: nothing, for one that has none; "freed" where the
 * cases after it can move up without leaving a gap; "kept" where it has been told to others or later numbers are given,
 * so that the case stays on the agenda as not treated.
 */
export function numberOfTakenOff(agenda: {
  numbered: boolean;
  noticed: boolean;
  /** Whether a number above those of this agenda has been given. */
  followed: boolean;
}): "none" | "freed" | "kept" {
  if (!agenda.numbered) return "none";
  return agenda.noticed || agenda.followed ? "kept" : "freed";
}

/**
 * The numbers of an agenda in its order. Those that have been told stand. Else they are dealt out anew by the order:
 * the same numbers, the lowest first, and new ones for the rest.
 *
 * @param current the number of each case in order, null where it has none
 * @param fresh as many new numbers as cases lack one
 */
export function dealNumbers(current: (number | null)[], fresh: number[], { told }: { told: boolean }): number[] {
  if (told) {
    const left = [...fresh];
    return current.map((number) => number ?? (left.shift() as number));
  }
  const given = current.filter((number) => number !== null);
  return [...given, ...fresh].sort((a, b) => a - b);
}

/** The letter of the part of a case with this place, from 0: A to Z, then AA. */
export function letterOf(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter;
}
