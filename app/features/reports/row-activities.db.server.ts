import type { RegionDb } from "~/platform/db/region-db.server";

/** Adds activities that rows speak of besides the one each reports on. */
export async function createBesides(db: RegionDb, besides: { rowId: string; activityId: string }[]): Promise<void> {
  if (besides.length > 0) await db.reportRowActivity.createMany({ data: besides });
}

/** Which activities a row speaks of besides the one it reports on, instead of those it did. */
export async function setBesides(db: RegionDb, rowId: string, activityIds: readonly string[]): Promise<void> {
  await db.reportRowActivity.deleteMany({ where: { rowId } });
  await createBesides(
    db,
    activityIds.map((activityId) => ({ rowId, activityId })),
  );
}

/** Activities of a plan by their ids, in the plan's order of writing, with where they stand. */
export async function activitiesById(db: RegionDb, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db.activity.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, state: true, reason: true, measure: { select: { name: true } } },
    orderBy: [{ measureId: "asc" }, { position: "asc" }, { id: "asc" }],
  });
}

/** Makes room for a row at a position: those from there on come after it. */
export async function moveRowsFrom(db: RegionDb, roundId: string, position: number): Promise<void> {
  await db.reportRow.updateMany({
    where: { roundId, position: { gte: position } },
    data: { position: { increment: 1 } },
  });
}

/** Removes a row that is still at `version`; false when somebody else was first. */
export async function deleteRow(db: RegionDb, { id, version }: { id: string; version: number }): Promise<boolean> {
  const { count } = await db.reportRow.deleteMany({ where: { id, version } });
  return count === 1;
}
