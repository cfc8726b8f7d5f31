import { isoDay } from "~/domain/shared/days";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Holds a body until the transaction ends, so that two who give it a meeting go one after the other. */
export async function holdBody(db: RegionDb, id: string): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM governing_body WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

/** The meetings of a body from a day to another, with their moments: the event's while it stands. */
export async function heldBetween(db: RegionDb, bodyId: string, from: Date, to: Date) {
  const found = await db.minutes.findMany({
    where: {
      ...{ bodyId, electronic: false, day: { gte: from, lte: to } },
      OR: [{ eventId: null }, { event: { state: { not: "cancelled" } } }],
    },
    select: { id: true, day: true, startsAt: true, endsAt: true, event: { select: { startsAt: true, endsAt: true } } },
  });
  return found.map(({ id, day, event, ...own }) => ({ id, ...own, ...event, day: isoDay(day) }));
}

/** The record of the meeting people are invited to by an event, and the years its cases have numbers of. */
export async function minutesOfEvent(db: RegionDb, eventId: string) {
  const found = await db.minutes.findFirst({
    where: { eventId },
    select: {
      id: true,
      bodyId: true,
      items: { where: { number: { not: null } }, select: { year: true }, distinct: ["year"] },
    },
  });
  return found && { id: found.id, bodyId: found.bodyId, years: found.items.flatMap(({ year }) => year ?? []) };
}

export async function saveMeetingTime(
  db: RegionDb,
  id: string,
  data: { day: Date; startsAt: Date; endsAt: Date; place: string },
): Promise<void> {
  await db.minutes.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } });
}

/**
 * The meetings of a body, or of all: those from a day (midnight UTC) on, the first first, or those before it, the last
 * first. Time and place are the event's while it stands.
 */
export async function meetingsOf(
  db: RegionDb,
  { bodyId, day, past, take }: { bodyId: string | null; day: Date; past: boolean; take: number },
) {
  const order = past ? ("desc" as const) : ("asc" as const);
  const found = await db.minutes.findMany({
    where: { ...(bodyId && { bodyId }), day: past ? { lt: day } : { gte: day } },
    select: {
      ...{ id: true, day: true, startsAt: true, endsAt: true, place: true, state: true, electronic: true },
      body: { select: { id: true, name: true, shortName: true } },
      event: { select: { id: true, state: true, startsAt: true, endsAt: true, place: true, zone: true } },
      _count: { select: { items: { where: { number: { not: null } } } } },
    },
    orderBy: [{ day: order }, { startsAt: order }, { id: order }],
    take,
  });
  return found.map(({ day: held, startsAt, endsAt, place, state, event, _count, ...meeting }) => ({
    ...meeting,
    day: isoDay(held),
    startsAt: (event?.startsAt ?? startsAt)?.toISOString() ?? null,
    endsAt: (event?.endsAt ?? endsAt)?.toISOString() ?? null,
    place: event?.place ?? place,
    state: event?.state === "cancelled" ? ("cancelled" as const) : state,
    eventId: event?.id ?? null,
    cases: _count.items,
  }));
}

export type ListedMeeting = Awaited<ReturnType<typeof meetingsOf>>[number];
