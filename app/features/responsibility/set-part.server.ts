import { type CellChange, type ChangeRowResult, changeRow } from "~/features/responsibility/change-row.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type SetPartInput = CellChange & { row: string; from: string | null; asOf: string };

/** Says which part one actor plays in a row; the rules are those of `changeRow`. */
export async function setPart(db: RegionDb, input: SetPartInput): Promise<ChangeRowResult> {
  const { row, from, asOf, ...change } = input;
  return changeRow(db, { row, from, asOf, changes: [change] });
}
