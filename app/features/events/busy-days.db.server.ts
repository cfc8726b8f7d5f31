import { isoDay } from "~/domain/shared/days";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Instants; events that end after `from` and begin before `to` are in it. */
type Between = { from: Date; to: Date };

const facts = { id: true, title: true, startsAt: true, endsAt: true, zone: true } as const;

/** The events, cancelled ones left out, that some of these people are invited to, and how many of them to each. */
export async function eventsOfPeople(db: RegionDb, personIds: readonly string[], { from, to }: Between) {
  if (personIds.length === 0) return [];
  return db.$queryRaw<{ title: string; startsAt: Date; endsAt: Date; zone: string; people: number }[]>`
    SELECT e.title, e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.zone, count(DISTINCT i.person_id)::int AS people
    FROM invitation i JOIN event e ON e.region_id = i.region_id AND e.id = i.event_id
    WHERE i.person_id = ANY (${[...personIds]}::uuid[]) AND i.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM invitation s
        WHERE s.region_id = i.region_id AND s.substitute_for_id = i.id AND s.withdrawn_at IS NULL)
      AND e.state <> 'cancelled' AND e.starts_at < ${to} AND e.ends_at > ${from}
    GROUP BY e.region_id, e.id`;
}

/** The events, cancelled ones left out, of one network, with their days. */
export async function eventsOfNetwork(db: RegionDb, networkId: string, { from, to }: Between) {
  return db.event.findMany({
    where: { networkId, state: { not: "cancelled" }, startsAt: { lt: to }, endsAt: { gt: from } },
    select: facts,
  });
}

/** The events, cancelled ones left out, that are made from plan rows, each with whom its row is for. */
export async function eventsOfRows(db: RegionDb, { from, to }: Between) {
  const events = await db.event.findMany({
    where: { planRowId: { not: null }, state: { not: "cancelled" }, startsAt: { lt: to }, endsAt: { gt: from } },
    select: { ...facts, planRow: { select: { id: true, audience: true, audienceId: true } } },
  });
  return events.flatMap(({ planRow, ...event }) => (planRow ? [{ ...event, planRow }] : []));
}

/** The last event made from a row, or held by a network, that is not cancelled: what the next one takes after. */
export async function lastOfItsKind(
  db: RegionDb,
  { planRowId, networkId }: { planRowId: string | null; networkId: string | null },
) {
  return db.event.findFirst({
    where: { ...(planRowId ? { planRowId } : { networkId }), state: { not: "cancelled" } },
    select: { startsAt: true, endsAt: true, zone: true },
    orderBy: { startsAt: "desc" },
  });
}

/** The region's school holidays and closed days that touch some days (ISO, both inclusive), and its Easter. */
export async function closedDays(db: RegionDb, { from, to }: { from: string; to: string }) {
  const holidays = await db.holiday.findMany({
    where: { from: { lte: new Date(to) }, to: { gte: new Date(from) } },
    select: { kind: true, name: true, from: true, to: true },
    orderBy: [{ kind: "desc" }, { from: "asc" }],
  });
  const { easterClosed } = await ownRegion(db);
  return {
    easterClosed,
    holidays: holidays.map((holiday) => ({ ...holiday, from: isoDay(holiday.from), to: isoDay(holiday.to) })),
  };
}

/** Those of these events that are there already: of the same row or network, with this title at this time. */
export async function sameEvents(
  db: RegionDb,
  { planRowId, networkId }: { planRowId: string | null; networkId: string | null },
  startsAt: readonly string[],
) {
  return db.event.findMany({
    where: { planRowId, networkId, state: { not: "cancelled" }, startsAt: { in: startsAt.map((at) => new Date(at)) } },
    select: { title: true, startsAt: true },
  });
}
