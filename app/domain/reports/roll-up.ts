import type { ContentFigure, RoundContent, RoundKind } from "./round-content";

/** Which reports are laid side by side: those of one kind over the same days, both inclusive. */
export type RollUpKey = { kind: RoundKind; from: string; to: string };

/** The key as it stands in an address: "yearly-2025-01-01-2025-12-31". */
export function writeRollUpKey({ kind, from, to }: RollUpKey): string {
  return `${kind}-${from}-${to}`;
}

/** The key of an address; null for anything else. */
export function readRollUpKey(text: string): RollUpKey | null {
  const day = "\\d{4}-\\d\\d-\\d\\d";
  const [, kind, from = "", to = ""] =
    new RegExp(`^(four_monthly|half_yearly|yearly)-(${day})-(${day})$`).exec(text) ?? [];
  return kind ? { kind: kind as RoundKind, from, to } : null;
}

/** A region's report as it was submitted; `region` names the region. */
export type RegionReport = { region: string; content: RoundContent };

/** A figure of a region: `value` is in hundredths, as digits; null where nobody knows. `countedAt` is an instant. */
export type RollUpCell = Pick<ContentFigure, "value" | "source" | "countedAt">;

/** A figure over the regions; a region that does not report it has no cell. */
export type RollUpRow = {
  id: string;
  key: string;
  definition: string;
  /** What it was called; a counted figure has words of its own. */
  label: string;
  cells: Map<string, RollUpCell>;
  /** The regions that have a figure of the same name counted by another definition, or the same one under another key. */
  otherwise: string[];
};

const own = "own";
const plain = (label: string) => label.trim().toLowerCase().replace(/\s+/g, " ");

/**
 * The figures of several reports side by side, in the order they are met. Two figures are the same only when both key
 * and definition are; of those that are typed, the words must be too, since nothing else says what they mean.
 */
export function rollUpFigures(reports: readonly RegionReport[]): RollUpRow[] {
  const rows = new Map<string, RollUpRow>();
  for (const { region, content } of reports)
    for (const { key, definition, label, ...cell } of content.figures) {
      const id = [definition, key, ...(definition === own ? [plain(label)] : [])].join(" ");
      const row = rows.get(id) ?? { id, key, definition, label, cells: new Map<string, RollUpCell>(), otherwise: [] };
      const { value, source, countedAt } = cell;
      row.cells.set(region, { value, source, countedAt });
      rows.set(id, row);
    }
  const all = [...rows.values()];
  const alike = (a: RollUpRow, b: RollUpRow) =>
    a.key === b.key || (a.definition === b.definition && a.definition !== own);
  return all.map((row) => {
    const others = all.filter((other) => other !== row && alike(row, other)).flatMap(({ cells }) => [...cells.keys()]);
    return { ...row, otherwise: [...new Set(others)].filter((region) => !row.cells.has(region)) };
  });
}

/** The sum of what is known, in hundredths, and of how many regions it is. */
export function sumOfCells(cells: Iterable<RollUpCell>): { sum: bigint; of: number } {
  const known = [...cells].flatMap(({ value }) => (value === null ? [] : [BigInt(value)]));
  return { sum: known.reduce((sum, value) => sum + value, 0n), of: known.length };
}
