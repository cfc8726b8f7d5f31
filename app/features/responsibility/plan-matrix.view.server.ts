import { rowCode } from "~/domain/responsibility/cells";
import { type MatrixActor, saidParts } from "~/features/responsibility/matrix.view.server";
import { cellsOf, matrixDay } from "~/features/responsibility/matrix-day.server";
import { saidOnDay, tasksOn } from "~/features/responsibility/responsibility.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type PlanRow = { id: string; responsible: string };

/**
 * Who has which part in rows of a plan that have been read already, and in the region's tasks, as of a day. `cells` is a
 * character for each actor, as in the matrix.
 */
export async function planMatrix(
  db: RegionDb,
  { planId, rows, asOf }: { planId: string; rows: readonly PlanRow[]; asOf: string },
) {
  const there = await matrixDay(db, asOf);
  const tasks = await tasksOn(db, asOf);
  const said = await saidOnDay(db, asOf, planId);
  const { actors } = there.columns;
  const ids = actors.map(({ id }) => id);
  const cells = (id: string, row: { actorId: string } | { responsible: string }) =>
    rowCode(cellsOf(there, row, saidParts(said.get(id))).cells, ids);
  return {
    asOf,
    actors: actors.map(({ id, name, shortName, tier }): MatrixActor => ({ id, name, short: shortName || name, tier })),
    rows: rows.map(({ id, responsible }) => ({ id, cells: cells(id, { responsible }) })),
    tasks: tasks.map(({ id, name, actorId }) => ({ id, name, cells: cells(id, { actorId }) })),
  };
}

export type PlanMatrix = Awaited<ReturnType<typeof planMatrix>>;
