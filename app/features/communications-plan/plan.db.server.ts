import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The plans of the region, the oldest period first. Days are ISO dates, both inclusive. */
export async function listPlans(db: RegionDb) {
  const plans = await db.communicationsPlan.findMany({
    select: {
      ...{ id: true, from: true, to: true, state: true, version: true },
      ...{ adoptedOn: true, adoptedBy: true, preparedBy: true },
    },
    orderBy: [{ from: "asc" }, { to: "asc" }],
  });
  return plans.map(({ from, to, adoptedOn, ...plan }) => ({
    ...plan,
    from: isoDay(from),
    to: isoDay(to),
    adoptedOn: adoptedOn && isoDay(adoptedOn),
  }));
}

export type StoredPlan = Awaited<ReturnType<typeof listPlans>>[number];

const cells = {
  ...{ id: true, planId: true, version: true, channel: true, channelId: true, goal: true, theme: true, timing: true },
  ...{ responsible: true, audience: true, audienceId: true, notes: true },
} as const;
const inOrder = [{ position: "asc" as const }, { id: "asc" as const }];

/** The rows of a plan in its own order. */
export async function listPlanRows(db: RegionDb, planId: string) {
  return db.planRow.findMany({
    where: { planId },
    orderBy: inOrder,
    select: { ...cells, priorityAreas: { select: { priorityAreaId: true } } },
  });
}

/** The rows of some plans, each plan's in its own order, without the priority areas chosen for them. */
export async function listRowsOfPlans(db: RegionDb, planIds: string[]) {
  const rows = await db.planRow.findMany({ where: { planId: { in: planIds } }, orderBy: inOrder, select: cells });
  return rows.map((row) => ({ ...row, priorityAreas: [] }));
}

/** The events made from the rows of a plan that are not cancelled, the first first. */
export async function listPlanEvents(db: RegionDb, planId: string) {
  const events = await db.event.findMany({
    where: { planRow: { planId }, state: { not: "cancelled" } },
    select: { id: true, title: true, planRowId: true, startsAt: true, endsAt: true, zone: true },
    orderBy: { startsAt: "asc" },
  });
  return events.flatMap(({ planRowId, ...event }) => (planRowId === null ? [] : [{ planRowId, ...event }]));
}

/** What has been said elsewhere from the rows of some plans, the first first; ISO days. */
export async function listPlanPublications(db: RegionDb, planIds: string[]) {
  const publications = await db.publication.findMany({
    where: { planRow: { planId: { in: planIds } } },
    select: { id: true, title: true, planRowId: true, day: true },
    orderBy: { day: "asc" },
  });
  return publications.flatMap(({ planRowId, day, ...publication }) =>
    planRowId === null ? [] : [{ planRowId, day: isoDay(day), ...publication }],
  );
}

/** What somebody has said of the times of some plans' rows; ISO days. */
export async function listSaid(db: RegionDb, planIds: string[]) {
  const said = await db.planOccurrence.findMany({
    where: { planRow: { planId: { in: planIds } } },
    select: { planRowId: true, from: true, to: true, state: true, reason: true },
  });
  return said.map(({ from, to, ...one }) => ({ ...one, from: isoDay(from), to: isoDay(to) }));
}

/** A row with its plan's period; null for an id that is none, or another region's. */
export async function findPlanRow(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  const row = await db.planRow.findFirst({
    where: { id },
    include: {
      plan: { select: { from: true, to: true, state: true } },
      priorityAreas: { select: { priorityAreaId: true } },
    },
  });
  return row && { ...row, plan: { ...row.plan, id: row.planId, from: isoDay(row.plan.from), to: isoDay(row.plan.to) } };
}

export type FoundPlanRow = NonNullable<Awaited<ReturnType<typeof findPlanRow>>>;

/** The events made from one row, cancelled ones included, the first first. */
export async function listRowEvents(db: RegionDb, planRowId: string) {
  return db.event.findMany({
    where: { planRowId },
    select: { id: true, title: true, startsAt: true, endsAt: true, zone: true, state: true },
    orderBy: { startsAt: "asc" },
    take: 51,
  });
}

export type PlanCells = {
  channel: string;
  goal: string;
  theme: string;
  timing: string;
  responsible: string;
  audience: string;
};

export async function listPriorityAreas(db: RegionDb) {
  return db.priorityArea.findMany({ select: { id: true, number: true, name: true }, orderBy: { number: "asc" } });
}

/** The priority areas a row is about, and no others. */
export async function setRowAreas(db: RegionDb, planRowId: string, ids: readonly string[]): Promise<void> {
  await db.priorityAreaLink.deleteMany({ where: { planRowId } });
  await db.priorityAreaLink.createMany({ data: ids.map((priorityAreaId) => ({ planRowId, priorityAreaId })) });
}

/** All that is written of a row: its cells, what is chosen of the region's lists, and notes. */
export type RowValues = PlanCells & { channelId: string | null; audienceId: string | null; notes: string };

/** Saves what is given of a row that is still at this version; false when somebody else was first. */
export async function savePlanRow(
  db: RegionDb,
  id: string,
  version: number,
  cells: Partial<RowValues & { planId: string; position: number }>,
): Promise<boolean> {
  const { count } = await db.planRow.updateMany({ where: { id, version }, data: { ...cells, version: version + 1 } });
  return count === 1;
}
