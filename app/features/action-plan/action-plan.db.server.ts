import type { PlanState } from "~/domain/action-plan/activity";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

const inOrder = [{ position: "asc" as const }, { id: "asc" as const }];

export const planColumns = {
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

/** Writes the text of a priority area in a plan where it still is `was`; false when somebody else was first. */
export async function saveAreaText(
  db: RegionDb,
  { planId, id, was }: { planId: string; id: string; was: string },
  body: string,
): Promise<boolean> {
  const { count } = await db.actionArea.updateMany({ where: { id, planId, body: was }, data: { body } });
  return count === 1;
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
