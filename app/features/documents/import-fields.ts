import type { Period } from "~/domain/documents/types";

/** The field of a doubtful join, by the doubt's id. */
export const joinField = (doubt: string) => `join-${doubt}`;

/** The field of a row edited meanwhile, by the row's id. */
export const conflictField = (row: string) => `conflict-${row}`;

/** A period in figures: "2021", "2022–2023"; other days than whole years in full. */
export function periodFigures({ from, to }: Period): string {
  if (!from.endsWith("-01-01") || !to.endsWith("-12-31")) return `${from}–${to}`;
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}
