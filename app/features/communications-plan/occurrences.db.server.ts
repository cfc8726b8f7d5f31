import type { OccurrenceState } from "~/domain/communications-plan/row-state";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { type FoundPlanRow, findPlanRow } from "~/features/communications-plan/plan.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A row with its plan, held until the transaction ends, so that two who change it go one after the other. */
export async function holdPlanRow(db: RegionDb, id: string): Promise<FoundPlanRow | null> {
  if (!isUuid(id)) return null;
  await db.$queryRaw`SELECT 1 FROM plan_row WHERE id = ${id}::uuid FOR UPDATE`;
  return findPlanRow(db, id);
}

/** What somebody has said of a row's times; ISO days, and when it was said last. */
export async function sayingsOf(db: RegionDb, planRowId: string) {
  const said = await db.planOccurrence.findMany({
    where: { planRowId },
    select: { id: true, from: true, to: true, state: true, reason: true, updatedAt: true },
    orderBy: [{ from: "asc" }, { to: "asc" }],
  });
  return said.map(({ from, to, updatedAt, ...one }) => ({
    ...one,
    from: isoDay(from),
    to: isoDay(to),
    seen: updatedAt.toISOString(),
  }));
}

/** Writes what is said of a time, instead of what was said of it before. */
export async function saveSaying(
  db: RegionDb,
  saying: { id: string | null; planRowId: string; from: string; to: string; state: OccurrenceState; reason: string },
): Promise<{ id: string }> {
  const { id, planRowId, from, to, state, reason } = saying;
  if (id !== null) {
    await db.planOccurrence.updateMany({ where: { id }, data: { state, reason } });
    return { id };
  }
  const days = { from: new Date(from), to: new Date(to) };
  return db.planOccurrence.create({ data: { planRowId, ...days, state, reason }, select: { id: true } });
}

export async function removeSaying(db: RegionDb, id: string): Promise<void> {
  await db.planOccurrence.deleteMany({ where: { id } });
}

/** What has been said elsewhere from one row, the first first; ISO days. */
export async function listRowPublications(db: RegionDb, planRowId: string) {
  const publications = await db.publication.findMany({
    where: { planRowId },
    select: { id: true, title: true, day: true, place: true },
    orderBy: [{ day: "asc" }, { id: "asc" }],
    take: 51,
  });
  return publications.map(({ day, ...publication }) => ({ ...publication, day: isoDay(day) }));
}
