import type { ActivityState } from "~/domain/action-plan/activity";
import { isUuid } from "~/domain/shared/ids";
import { planColumns } from "~/features/action-plan/action-plan.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

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

/** The activities of a measure, in their order. */
export async function activitiesOf(db: RegionDb, measureId: string): Promise<string[]> {
  const found = await db.activity.findMany({
    where: { measureId },
    select: { id: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return found.map(({ id }) => id);
}

/** Gives activities places from 0 in the order they come; who edits one of them goes on with the version she has. */
export async function placeActivities(db: RegionDb, ids: string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE activity SET position = placed.place::int - 1
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS placed (id, place)
    WHERE activity.id = placed.id AND activity.position <> placed.place - 1`;
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
    select: { _count: { select: { carriedTo: true, reportRows: true, reportedToo: true, statuses: true } } },
  });
  const { carriedTo = 0, reportRows = 0, reportedToo = 0, statuses = 0 } = found?._count ?? {};
  return { carried: carriedTo, reports: reportRows + reportedToo, said: statuses };
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
      kind: { notIn: ["contact_person", "directorate"] },
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
    JOIN measure step ON (step.region_id, step.focus_area_id) = (f.region_id, f.id)
    JOIN activity a ON (a.region_id, a.measure_id) = (step.region_id, step.id)
    WHERE p.state = 'adopted' AND a.owner_id IS NOT NULL AND a.state NOT IN ('done', 'dropped')
    GROUP BY p.year ORDER BY p.year`;
}
