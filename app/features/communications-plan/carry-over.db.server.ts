import type { CarriedCells } from "~/domain/communications-plan/carry-over";
import { lockRowOrder } from "~/features/communications-plan/plan-rows.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

type CopiedRow = CarriedCells & {
  id: string;
  channelId: string | null;
  audienceId: string | null;
  notes: string;
  priorityAreas: { priorityAreaId: string }[];
};

/** Keeps others from changing which plans and rows there are until the transaction ends. */
export const lockPlans = (db: RegionDb) => lockRowOrder(db);

/** Copies rows into a plan from a position on, with their priority areas. */
export async function copyRows(
  db: RegionDb,
  planId: string,
  rows: readonly CopiedRow[],
  { position, notes }: { position: number; notes: boolean },
) {
  const made = rows.map((row) => {
    const { channel, theme, goal, timing, responsible, audience } = row;
    return {
      from: row.id,
      to: newId(),
      row: { ...row, cells: { channel, theme, goal, timing, responsible, audience } },
    };
  });
  await db.planRow.createMany({
    data: made.map(({ to, row }, at) => ({
      ...row.cells,
      ...{ id: to, planId, position: position + at, channelId: row.channelId, audienceId: row.audienceId },
      notes: notes ? row.notes : "",
    })),
  });
  await db.priorityAreaLink.createMany({
    data: made.flatMap(({ to, row }) =>
      row.priorityAreas.map(({ priorityAreaId }) => ({ planRowId: to, priorityAreaId })),
    ),
  });
  return made;
}
