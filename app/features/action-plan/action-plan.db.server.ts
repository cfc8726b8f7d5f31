import type { ActivityState, PlanState } from "~/domain/action-plan/activity";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

const inOrder = [{ position: "asc" as const }, { id: "asc" as const }];

const planColumns = {
  ...{ id: true, year: true, name: true, state: true, adoptedOn: true, adoptedBy: true, adoptedInId: true },
  ...{ introduction: true, version: true },
} as const;

type PlanColumns = Prisma.ActionPlanGetPayload<{ select: typeof planColumns }>;

const asPlan = <P extends PlanColumns>({ adoptedOn, ...plan }: P) => ({
  ...plan,
  adoptedOn: isoDay(adoptedOn),
});

/** The plans of the region, the newest year first. */
export async function listPlans(db: RegionDb) {
  const plans = await db.actionPlan.findMany({ select: planColumns, orderBy: { year: "desc" } });
  return plans.map(asPlan);
}

/** The plan of a year without its rows. */
export async function findPlan(db: RegionDb, year: number) {
  const plan = await db.actionPlan.findFirst({ where: { year }, select: planColumns });
  return plan && asPlan(plan);
}

export type FoundPlan = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

/** The plan of a year with all that is under it, in its order; a bounded number of queries. */
export async function findWholePlan(db: RegionDb, year: number) {
  const plan = await db.actionPlan.findFirst({
    where: { year },
    select: {
      ...planColumns,
      areas: {
        orderBy: inOrder,
        include: {
          priorityArea: { select: { id: true, number: true, name: true } },
          focusAreas: {
            orderBy: inOrder,
            include: {
              measures: {
                orderBy: inOrder,
                include: {
                  activities: { orderBy: inOrder, include: { ownedBy: { select: { id: true, name: true } } } },
                },
              },
            },
          },
        },
      },
    },
  });
  return plan && asPlan(plan);
}

export type WholePlan = NonNullable<Awaited<ReturnType<typeof findWholePlan>>>;
export type StoredArea = WholePlan["areas"][number];
export type StoredFocusArea = StoredArea["focusAreas"][number];
export type StoredMeasure = StoredFocusArea["measures"][number];
export type StoredActivity = StoredMeasure["activities"][number];

export async function createPlan(
  db: RegionDb,
  data: {
    year: number;
    name: string;
    introduction?: string;
    adoptedOn?: string | null;
    adoptedBy?: string;
    state?: PlanState;
  },
): Promise<string> {
  const { adoptedOn, ...plan } = data;
  const made = await db.actionPlan.create({
    data: { ...plan, ...(adoptedOn && { adoptedOn: new Date(adoptedOn) }) },
    select: { id: true },
  });
  return made.id;
}

/** Changes a plan that is still at `version`; false when somebody else was first. */
export async function savePlan(
  db: RegionDb,
  { id, version }: { id: string; version: number },
  change: Partial<{
    name: string;
    introduction: string;
    state: PlanState;
    adoptedOn: string | null;
    adoptedBy: string;
    adoptedInId: string | null;
  }>,
): Promise<boolean> {
  const { adoptedOn, ...rest } = change;
  const { count } = await db.actionPlan.updateMany({
    where: { id, version },
    data: {
      ...rest,
      ...(adoptedOn !== undefined && { adoptedOn: adoptedOn === null ? null : new Date(adoptedOn) }),
      version: version + 1,
    },
  });
  return count === 1;
}

/** Holds the plan's row until the transaction ends, so that two changes of its parts follow each other. */
export async function lockPlan(db: RegionDb, id: string): Promise<void> {
  await db.$executeRaw`SELECT 1 FROM action_plan WHERE id = ${id}::uuid FOR UPDATE`;
}

export async function listVersions(db: RegionDb, planId: string) {
  const versions = await db.actionPlanVersion.findMany({
    where: { planId },
    orderBy: { number: "desc" },
    select: { number: true, adoptedOn: true, adoptedBy: true },
  });
  return versions.map(({ adoptedOn, ...version }) => ({ ...version, adoptedOn: isoDay(adoptedOn) }));
}

export async function findVersion(db: RegionDb, planId: string, number: number) {
  const version = await db.actionPlanVersion.findFirst({ where: { planId, number } });
  return version && { ...version, adoptedOn: isoDay(version.adoptedOn) };
}

export async function insertVersion(
  db: RegionDb,
  version: { planId: string; number: number; adoptedOn: string; adoptedBy: string; content: Prisma.InputJsonValue },
): Promise<void> {
  await db.actionPlanVersion.create({ data: { ...version, adoptedOn: new Date(version.adoptedOn) } });
}

/** Of the region's priority areas, by number. */
export async function listPriorityAreas(db: RegionDb) {
  return db.priorityArea.findMany({ select: { id: true, number: true, name: true }, orderBy: { number: "asc" } });
}

export async function createPriorityArea(db: RegionDb, number: number, name: string): Promise<string> {
  const made = await db.priorityArea.create({ data: { number, name }, select: { id: true } });
  return made.id;
}

export async function createArea(
  db: RegionDb,
  data: { planId: string; priorityAreaId: string; position: number; body: string },
): Promise<string> {
  const made = await db.actionArea.create({ data, select: { id: true } });
  return made.id;
}

export async function saveArea(db: RegionDb, id: string, change: { body?: string; position?: number }): Promise<void> {
  await db.actionArea.updateMany({ where: { id }, data: change });
}

export type FocusAreaColumns = {
  name: string;
  body: string;
  organisation: string;
  resources: string;
  amount: bigint | null;
  positions: number | null;
  reporting: string;
};

export async function createFocusArea(
  db: RegionDb,
  data: FocusAreaColumns & { areaId: string; position: number },
): Promise<string> {
  const made = await db.focusArea.create({ data, select: { id: true } });
  return made.id;
}

export async function saveFocusArea(
  db: RegionDb,
  { id, version }: { id: string; version: number },
  change: Partial<FocusAreaColumns & { areaId: string }>,
): Promise<boolean> {
  const { count } = await db.focusArea.updateMany({
    where: { id, version },
    data: { ...change, version: version + 1 },
  });
  return count === 1;
}

export async function deleteFocusArea(db: RegionDb, id: string): Promise<void> {
  await db.focusArea.deleteMany({ where: { id } });
}

export async function createMeasure(
  db: RegionDb,
  data: { focusAreaId: string; position: number; name: string; strategy: string },
): Promise<string> {
  const made = await db.measure.create({ data, select: { id: true } });
  return made.id;
}

export async function deleteMeasure(db: RegionDb, id: string): Promise<void> {
  await db.measure.deleteMany({ where: { id } });
}

export type ActivityColumns = { name: string; timing: string; ownerId: string | null; owner: string };

export async function createActivities(
  db: RegionDb,
  rows: (ActivityColumns & {
    measureId: string;
    position: number;
    state?: ActivityState;
    reason?: string;
    carriedFromId?: string | null;
    imported?: Prisma.InputJsonValue;
  })[],
) {
  return db.activity.createManyAndReturn({ data: rows, select: { id: true, name: true, carriedFromId: true } });
}

/** Saves what is given of an activity that is still at `version`; false when somebody else was first. */
export async function saveActivity(
  db: RegionDb,
  { id, version }: { id: string; version: number },
  change: Partial<
    ActivityColumns & {
      measureId: string;
      position: number;
      state: ActivityState;
      reason: string;
      statedAt: Date;
      imported: Prisma.InputJsonValue;
    }
  >,
): Promise<boolean> {
  const { count } = await db.activity.updateMany({ where: { id, version }, data: { ...change, version: version + 1 } });
  return count === 1;
}

export async function deleteActivity(db: RegionDb, id: string): Promise<void> {
  await db.activity.deleteMany({ where: { id } });
}

/** How many rows elsewhere hold on to an activity: those carried over from it, and those of reports. */
export async function activityUses(
  db: RegionDb,
  id: string,
): Promise<{ carried: number; reports: number; said: number }> {
  const found = await db.activity.findFirst({
    where: { id },
    select: { _count: { select: { carriedTo: true, reportRows: true, statuses: true } } },
  });
  const { carriedTo = 0, reportRows = 0, statuses = 0 } = found?._count ?? {};
  return { carried: carriedTo, reports: reportRows, said: statuses };
}

/** One activity with what it stands under, and the ones it was carried over from and to. */
export async function findActivity(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  const under = {
    measure: { select: { focusArea: { select: { area: { select: { plan: { select: { year: true } } } } } } } },
  };
  return db.activity.findFirst({
    where: { id },
    include: {
      ownedBy: { select: { id: true, name: true } },
      measure: {
        include: {
          focusArea: {
            include: {
              area: {
                include: {
                  plan: { select: planColumns },
                  priorityArea: { select: { id: true, number: true, name: true } },
                },
              },
            },
          },
        },
      },
      carriedFrom: { select: { id: true, ...under } },
      carriedTo: { select: { id: true, ...under } },
    },
  });
}

export type FoundActivity = NonNullable<Awaited<ReturnType<typeof findActivity>>>;

/** What was said of an activity, the newest first. */
export async function listStatuses(db: RegionDb, activityId: string) {
  return db.activityStatus.findMany({
    where: { activityId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 51,
    include: {
      person: { select: { id: true, name: true } },
      event: { select: { id: true, title: true } },
      item: {
        select: { id: true, number: true, year: true, minutes: { select: { id: true, bodyId: true } } },
      },
    },
  });
}

export async function insertStatus(
  db: RegionDb,
  status: {
    activityId: string;
    state: ActivityState;
    reason: string;
    evidence: string;
    eventId: string | null;
    itemId: string | null;
    personId: string | null;
    at: Date;
  },
): Promise<string> {
  const made = await db.activityStatus.create({ data: status, select: { id: true } });
  return made.id;
}

/** The people who can own an activity or show what was done: those with a role, by name. */
export async function listOwners(db: RegionDb, today: string) {
  const day = new Date(today);
  const roles = await db.role.findMany({
    where: {
      kind: { not: "contact_person" },
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
    select: { person: { select: { id: true, name: true, email: true, locale: true, heldSince: true } } },
  });
  const people = new Map(roles.map(({ person }) => [person.id, person]));
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, "nb"));
}

/** The events of a year that can show that something was done, the newest first. */
export async function listEventsOfYear(db: RegionDb, year: number) {
  return db.event.findMany({
    where: {
      state: { not: "cancelled" },
      startsAt: { gte: new Date(`${year}-01-01`), lt: new Date(`${year + 1}-01-01`) },
    },
    select: { id: true, title: true, startsAt: true },
    orderBy: { startsAt: "desc" },
    take: 200,
  });
}

/** Decisions that can show or adopt something: those with a number, the newest first. Closed cases are left out. */
export async function listDecisions(db: RegionDb) {
  return db.agendaItem.findMany({
    where: { number: { not: null }, case: { closed: false } },
    select: {
      ...{ id: true, number: true, year: true },
      case: { select: { title: true } },
      minutes: { select: { day: true, body: { select: { name: true } } } },
    },
    orderBy: [{ year: "desc" }, { number: "desc" }],
    take: 200,
  });
}

export async function hasEvent(db: RegionDb, id: string): Promise<boolean> {
  return (await db.event.count({ where: { id } })) > 0;
}

export async function hasDecision(db: RegionDb, id: string): Promise<boolean> {
  return (await db.agendaItem.count({ where: { id } })) > 0;
}

export async function findFocusArea(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  return db.focusArea.findFirst({
    where: { id },
    include: {
      area: { include: { plan: { select: planColumns }, priorityArea: { select: { id: true, name: true } } } },
      measures: {
        orderBy: inOrder,
        include: { activities: { orderBy: inOrder, include: { ownedBy: { select: { id: true, name: true } } } } },
      },
      _count: { select: { projects: true } },
    },
  });
}

export type FoundFocusArea = NonNullable<Awaited<ReturnType<typeof findFocusArea>>>;

/** The areas of a plan with their focus areas and measures, without the activities. */
export async function listPlaces(db: RegionDb, planId: string) {
  return db.actionArea.findMany({
    where: { planId },
    orderBy: inOrder,
    select: {
      ...{ id: true, position: true, priorityAreaId: true },
      priorityArea: { select: { name: true, number: true } },
      focusAreas: {
        orderBy: inOrder,
        select: {
          ...{ id: true, name: true, position: true },
          measures: { orderBy: inOrder, select: { id: true, name: true, strategy: true, position: true } },
        },
      },
    },
  });
}

/** Where the next of each comes: after the last. */
export async function nextPosition(
  db: RegionDb,
  under: { measureId: string } | { focusAreaId: string } | { areaId: string },
) {
  const last =
    "measureId" in under
      ? await db.activity.aggregate({ where: under, _max: { position: true } })
      : "focusAreaId" in under
        ? await db.measure.aggregate({ where: under, _max: { position: true } })
        : await db.focusArea.aggregate({ where: under, _max: { position: true } });
  return (last._max.position ?? -1) + 1;
}

export async function countActivities(db: RegionDb, measureId: string): Promise<number> {
  return db.activity.count({ where: { measureId } });
}

/** Marks the owners of these activities as told. */
export async function markNudged(db: RegionDb, ids: string[], at: Date): Promise<void> {
  await db.activity.updateMany({ where: { id: { in: ids } }, data: { nudgedAt: at } });
}

/** How many own activities that are not over, by the year of an adopted plan. */
export async function countOwners(db: RegionDb): Promise<{ year: number; people: number }[]> {
  return db.$queryRaw`
    SELECT p.year, count(DISTINCT a.owner_id)::int AS people
    FROM action_plan p
    JOIN action_area d ON (d.region_id, d.plan_id) = (p.region_id, p.id)
    JOIN focus_area f ON (f.region_id, f.area_id) = (d.region_id, d.id)
    JOIN measure m ON (m.region_id, m.focus_area_id) = (f.region_id, f.id)
    JOIN activity a ON (a.region_id, a.measure_id) = (m.region_id, m.id)
    WHERE p.state = 'adopted' AND a.owner_id IS NOT NULL AND a.state NOT IN ('done', 'dropped')
    GROUP BY p.year ORDER BY p.year`;
}
