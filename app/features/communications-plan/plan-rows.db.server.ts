import type { RowValues } from "~/features/communications-plan/plan.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Keeps the order of the rows of all plans until the transaction ends: another who changes it waits. */
export const lockRowOrder = (db: RegionDb) => lockRegion(db, "plan-row-order");

/** The ids of a plan's rows in its order. */
export async function rowOrder(db: RegionDb, planId: string): Promise<string[]> {
  const rows = await db.planRow.findMany({
    where: { planId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Gives the rows their places, the first 1; those that have theirs are left alone. */
export async function orderRows(db: RegionDb, ids: readonly string[]): Promise<void> {
  const places = ids.map((_, at) => at + 1);
  await db.$executeRaw`
    UPDATE plan_row SET position = place.position
    FROM unnest(${ids}::uuid[], ${places}::int[]) AS place (id, position)
    WHERE plan_row.id = place.id AND plan_row.position <> place.position`;
}

/** The place after a plan's last row. */
export async function nextPosition(db: RegionDb, planId: string): Promise<number> {
  const last = await db.planRow.aggregate({ where: { planId }, _max: { position: true } });
  return (last._max.position ?? 0) + 1;
}

export async function createPlanRow(db: RegionDb, planId: string, values: RowValues): Promise<string> {
  const position = await nextPosition(db, planId);
  return (await db.planRow.create({ data: { ...values, planId, position }, select: { id: true } })).id;
}

/** Removes a row that is still at this version, with what is said of it; false when somebody else was first. */
export async function deletePlanRow(db: RegionDb, id: string, version: number): Promise<boolean> {
  return (await db.planRow.deleteMany({ where: { id, version } })).count === 1;
}

/** What became of a row, and what is said of it. */
export async function rowUses(db: RegionDb, planRowId: string) {
  return {
    events: await db.event.count({ where: { planRowId } }),
    publications: await db.publication.count({ where: { planRowId } }),
    responsibilities: await db.responsibility.count({ where: { planRowId } }),
    occurrences: await db.planOccurrence.count({ where: { planRowId } }),
  };
}

/** What the form of a row offers to choose: the region's audiences, and who may be responsible on the day. */
export async function rowChoices(db: RegionDb, day: Date) {
  const standing = { OR: [{ validTo: null }, { validTo: { gt: day } }] };
  return {
    audiences: await db.audience.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
    actors: await db.actor.findMany({
      where: standing,
      select: { name: true, shortName: true },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
    groups: await db.group.findMany({ where: standing, select: { name: true }, orderBy: { name: "asc" } }),
  };
}

/** Whether there is such an audience. */
export async function hasAudience(db: RegionDb, id: string): Promise<boolean> {
  return (await db.audience.findFirst({ where: { id }, select: { id: true } })) !== null;
}
