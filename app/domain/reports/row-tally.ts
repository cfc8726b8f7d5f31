import type { ContentRow, RoundContent } from "./round-content";
import { rowChanges } from "./row-changes";

/** How the rows of an area were answered; the three are all of them. */
export type RowTally = { area: string; rows: number; changed: number; same: number; unanswered: number };

/**
 * The rows of a report by area, in their order: answered anew or otherwise than in the round before, answered as then,
 * and without an answer.
 */
export function tallyRows({ rows, form }: Pick<RoundContent, "rows" | "form">): RowTally[] {
  const tallies = new Map<string, RowTally>();
  for (const row of rows) {
    const tally = tallies.get(row.area) ?? { area: row.area, rows: 0, changed: 0, same: 0, unanswered: 0 };
    tallies.set(row.area, tally);
    tally.rows += 1;
    tally[stateOf(row, form.columns)] += 1;
  }
  return [...tallies.values()];
}

function stateOf({ answers, before }: ContentRow, columns: RoundContent["form"]["columns"]) {
  const changes = rowChanges(columns, answers, before).map(({ change }) => change);
  if (changes.every((change) => change === "none" || change === "gone")) return "unanswered";
  return changes.some((change) => change === "changed" || change === "new" || change === "gone") ? "changed" : "same";
}

/** All of them together. */
export function sumTallies(tallies: readonly RowTally[]): Omit<RowTally, "area"> {
  const sum = (key: Exclude<keyof RowTally, "area">) => tallies.reduce((all, tally) => all + tally[key], 0);
  return { rows: sum("rows"), changed: sum("changed"), same: sum("same"), unanswered: sum("unanswered") };
}
