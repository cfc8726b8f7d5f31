import { parsePeriodKey } from "~/domain/communications-plan/period";
import type { FrozenPlan } from "~/domain/communications-plan/plan-diff";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

const days = ({ from, to }: { from: string; to: string }) => ({ from: new Date(from), to: new Date(to) });

/** The plan that an address names by its period or its id, with its text; null when there is none. */
export async function findPlan(db: RegionDb, key: string) {
  const period = parsePeriodKey(key);
  if (!period && !isUuid(key)) return null;
  const plan = await db.communicationsPlan.findFirst({
    where: period ? days(period) : { id: key },
    include: {
      sections: {
        select: { id: true, heading: true, body: true },
        orderBy: [{ position: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!plan) return null;
  const { from, to, adoptedOn, regionId: _, updatedAt: __, ...rest } = plan;
  return { ...rest, from: isoDay(from), to: isoDay(to), adoptedOn: adoptedOn && isoDay(adoptedOn) };
}

export type FoundPlan = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

/** The words of time of a plan's rows, in its order. */
export async function listRowTimings(db: RegionDb, planId: string) {
  return db.planRow.findMany({
    where: { planId },
    select: { channel: true, timing: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

export async function countRows(db: RegionDb, planId: string): Promise<number> {
  return db.planRow.count({ where: { planId } });
}

export async function insertPlan(
  db: RegionDb,
  { preparedBy, ...period }: { from: string; to: string; preparedBy: string },
): Promise<string> {
  const { id } = await db.communicationsPlan.create({ data: { ...days(period), preparedBy }, select: { id: true } });
  return id;
}

type PlanChange = Partial<{
  from: string;
  to: string;
  preparedBy: string;
  introduction: string;
  state: FoundPlan["state"];
  adoptedOn: string;
  adoptedBy: string;
}>;

/** Saves a plan that is still at this version, and raises it by one; false when somebody else was first. */
export async function savePlan(
  db: RegionDb,
  { id, version }: { id: string; version: number },
  { from, to, adoptedOn, ...change }: PlanChange,
): Promise<boolean> {
  const { count } = await db.communicationsPlan.updateMany({
    where: { id, version },
    data: {
      ...change,
      ...(from !== undefined && { from: new Date(from) }),
      ...(to !== undefined && { to: new Date(to) }),
      ...(adoptedOn !== undefined && { adoptedOn: new Date(adoptedOn) }),
      version: version + 1,
    },
  });
  return count === 1;
}

/** Removes a plan that has no rows; its text goes with it. */
export async function deletePlan(db: RegionDb, { id, version }: { id: string; version: number }): Promise<boolean> {
  const { count } = await db.communicationsPlan.deleteMany({ where: { id, version } });
  return count === 1;
}

/** Makes these the sections of a plan, in this order. One with the id of a section of the plan stays the same one. */
export async function setSections(
  db: RegionDb,
  planId: string,
  sections: readonly { id: string | null; heading: string; body: string }[],
): Promise<void> {
  await db.planSection.deleteMany({ where: { planId } });
  await db.planSection.createMany({
    data: sections.map(({ id, heading, body }, position) => ({ ...(id && { id }), planId, position, heading, body })),
  });
}

/** The versions of a plan, the newest first; without what they hold. */
export async function listVersions(db: RegionDb, planId: string) {
  const versions = await db.planVersion.findMany({
    where: { planId },
    select: { number: true, adoptedOn: true, adoptedBy: true },
    orderBy: { number: "desc" },
  });
  return versions.map(({ adoptedOn, ...version }) => ({ ...version, adoptedOn: isoDay(adoptedOn) }));
}

/** What a version of a plan holds, as it was written. */
export async function findVersionContent(db: RegionDb, planId: string, number: number): Promise<unknown> {
  const version = await db.planVersion.findFirst({ where: { planId, number }, select: { content: true } });
  return version?.content ?? null;
}

export async function insertVersion(
  db: RegionDb,
  {
    adoptedOn,
    content,
    ...version
  }: { planId: string; number: number; adoptedOn: string; adoptedBy: string; content: FrozenPlan },
): Promise<void> {
  await db.planVersion.create({ data: { ...version, adoptedOn: new Date(adoptedOn), content } });
}
