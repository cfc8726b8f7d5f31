import { isoDay } from "~/domain/shared/days";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The days of a year, both included, at midnight UTC. */
export const yearSpan = (year: number) => ({ gte: new Date(`${year}-01-01`), lte: new Date(`${year}-12-31`) });

/** The plan of a year with its meetings, the first first; null when there is none. */
export async function findPlan(db: RegionDb, year: number) {
  const found = await db.meetingPlan.findFirst({
    where: { year },
    select: {
      ...{ id: true, year: true, state: true, note: true, version: true },
      case: {
        select: {
          id: true,
          title: true,
          state: true,
          presentation: true,
          body: { select: { id: true, name: true } },
          items: {
            where: { number: { not: null } },
            select: { number: true, year: true, outcome: true, minutes: { select: { id: true, day: true } } },
            orderBy: { id: "desc" },
            take: 1,
          },
        },
      },
      meetings: {
        select: {
          ...{ id: true, bodyId: true, day: true, from: true, to: true, place: true, note: true, minutesId: true },
          body: { select: { name: true } },
        },
        orderBy: [{ day: "asc" }, { from: "asc" }, { id: "asc" }],
      },
    },
  });
  return (
    found && {
      ...found,
      meetings: found.meetings.map(({ day, body, ...meeting }) => ({ ...meeting, day: isoDay(day), body: body.name })),
    }
  );
}

export type FoundPlan = NonNullable<Awaited<ReturnType<typeof findPlan>>>;
export type PlannedMeeting = FoundPlan["meetings"][number];

/** The years that have a plan, the last first. */
export async function planYears(db: RegionDb): Promise<number[]> {
  const found = await db.meetingPlan.findMany({ select: { year: true }, orderBy: { year: "desc" } });
  return found.map(({ year }) => year);
}

/** The years whose plan is proposed, and was decided as proposed in a meeting. */
export async function yearsDecidedIn(db: RegionDb, minutesId: string): Promise<number[]> {
  const found = await db.meetingPlan.findMany({
    where: { state: "proposed", case: { items: { some: { minutesId, outcome: "as_proposed" } } } },
    select: { year: true },
    orderBy: { year: "asc" },
  });
  return found.map(({ year }) => year);
}

/** Holds the plan of a year until the transaction ends. */
export async function holdPlan(db: RegionDb, year: number): Promise<FoundPlan | null> {
  await db.$queryRaw`SELECT 1 FROM meeting_plan WHERE year = ${year} FOR UPDATE`;
  return findPlan(db, year);
}

export async function createPlan(db: RegionDb, year: number) {
  return db.meetingPlan.create({ data: { year }, select: { id: true } });
}

/** Changes a plan; whoever has an older version is told. */
export async function savePlan(
  db: RegionDb,
  id: string,
  data: { state?: "proposed" | "decided"; note?: string; caseId?: string | null } = {},
): Promise<void> {
  await db.meetingPlan.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } });
}

export type MeetingData = { bodyId: string; day: Date; from: number; to: number; place: string; note: string };

export async function createMeetings(db: RegionDb, planId: string, meetings: MeetingData[]): Promise<void> {
  await db.plannedMeeting.createMany({ data: meetings.map((meeting) => ({ ...meeting, planId })) });
}

export async function saveMeeting(
  db: RegionDb,
  id: string,
  data: Partial<MeetingData & { minutesId: string }>,
): Promise<void> {
  await db.plannedMeeting.updateMany({ where: { id }, data });
}

export async function deleteMeeting(db: RegionDb, id: string): Promise<void> {
  await db.plannedMeeting.deleteMany({ where: { id } });
}

/**
 * The meetings that bodies which still stand had in a year, those held without meeting and the cancelled ones left out;
 * where there were none, those its plan had.
 */
export async function meetingsOfYear(db: RegionDb, year: number, today: Date) {
  const body = { OR: [{ validTo: null }, { validTo: { gt: today } }] };
  const held = await db.minutes.findMany({
    where: { day: yearSpan(year), electronic: false, body },
    select: {
      ...{ bodyId: true, day: true, startsAt: true, endsAt: true, place: true },
      event: { select: { state: true, startsAt: true, endsAt: true, place: true } },
      body: { select: { usualFrom: true, usualTo: true } },
    },
    orderBy: { day: "asc" },
  });
  if (held.length > 0)
    return held.flatMap(({ event, ...meeting }) =>
      event?.state === "cancelled" ? [] : { ...meeting, ...(event && { ...event, place: event.place }) },
    );
  const planned = await db.plannedMeeting.findMany({
    where: { plan: { year }, body },
    select: { bodyId: true, day: true, from: true, to: true, place: true },
    orderBy: { day: "asc" },
  });
  return planned.map((meeting) => ({ ...meeting, startsAt: null, endsAt: null, body: null }));
}

/**
 * What is held in a year that members of these bodies are invited to, or that anyone may come to, or that is a meeting
 * of a body, the cancelled left out; with the bodies it concerns (all, when it is open).
 */
export async function heldInYear(db: RegionDb, year: number, today: Date) {
  const [from, to] = [new Date(`${year - 1}-12-31`), new Date(`${year + 1}-01-02`)];
  return db.$queryRaw<
    {
      title: string;
      startsAt: Date;
      endsAt: Date;
      zone: string;
      open: boolean;
      bodyId: string | null;
      bodyIds: string[];
    }[]
  >`
    SELECT e.title, e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.zone, e.open, e.body_id AS "bodyId",
      (SELECT coalesce(json_agg(DISTINCT b.body_id), '[]') FROM invitation i
        JOIN body_member b ON b.region_id = i.region_id AND b.person_id = i.person_id
          AND (b.valid_to IS NULL OR b.valid_to > ${today}::date)
        WHERE (i.region_id, i.event_id) = (e.region_id, e.id) AND i.withdrawn_at IS NULL) AS "bodyIds"
    FROM event e
    WHERE e.state <> 'cancelled' AND e.starts_at < ${to} AND e.ends_at > ${from}
    ORDER BY e.starts_at`;
}
