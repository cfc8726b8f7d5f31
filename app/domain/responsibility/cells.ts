import { codeOf, type Part, type SaidPart } from "~/domain/responsibility/parts";

/** What stands in a cell. `part` null and `said`: somebody took an implied part away. */
export type Cell = { part: Part | null; said: boolean };

/**
 * What stands in a row: what somebody has said stands before what is implied, and at most one is accountable. Whom
 * somebody has said comes first; one who is accountable only by the plan's words then performs. Cells with nothing in
 * them are left out. The order of what comes in does not matter.
 */
export function resolveCells(
  implied: ReadonlyMap<string, Part>,
  said: ReadonlyMap<string, SaidPart>,
): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [actor, part] of implied) cells.set(actor, { part, said: false });
  for (const [actor, part] of said) {
    if (part !== "none") cells.set(actor, { part, said: true });
    else if (implied.has(actor)) cells.set(actor, { part: null, said: true });
  }
  const accountable = [...cells].filter(([, { part }]) => part === "accountable");
  const [keeps] = accountable.sort(([a, x], [b, y]) => Number(y.said) - Number(x.said) || (a < b ? -1 : 1));
  for (const [actor, cell] of accountable) if (actor !== keeps?.[0]) cells.set(actor, { ...cell, part: "performs" });
  return cells;
}

/** Who is accountable; null for nobody. */
export function accountableOf(cells: ReadonlyMap<string, Cell>): string | null {
  return [...cells].find(([, { part }]) => part === "accountable")?.[0] ?? null;
}

/** A cell as one character: "." nothing, "-" taken away, a capital for what somebody has said. */
export function cellCode(cell: Cell | undefined): string {
  if (!cell) return ".";
  if (cell.part === null) return "-";
  return cell.said ? codeOf(cell.part).toUpperCase() : codeOf(cell.part);
}

/** A row as one character per column. */
export function rowCode(cells: ReadonlyMap<string, Cell>, columns: readonly string[]): string {
  return columns.map((actor) => cellCode(cells.get(actor))).join("");
}
