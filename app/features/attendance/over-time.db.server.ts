import type { Came } from "~/domain/attendance/over-time";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { EventKind } from "../../../prisma/generated/enums";

const came = { some: { attendedAt: { not: null } } } as const;
const taken = { state: { in: ["published", "held"] }, OR: [{ invitations: came }, { registrations: came }] } as const;
const facts = { id: true, title: true, startsAt: true, zone: true } as const;

/** Events that somebody came to, the newest first. */
export async function heldEvents(
  db: RegionDb,
  {
    from,
    until,
    networkId,
    kind,
    take,
  }: { from: Date | null; until: Date; networkId: string | null; kind: EventKind | null; take: number },
) {
  return db.event.findMany({
    where: {
      state: { in: [...taken.state.in] },
      OR: [...taken.OR],
      startsAt: { lt: until, ...(from && { gte: from }) },
      ...(networkId && { networkId }),
      ...(kind && { kind }),
    },
    select: facts,
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take,
  });
}

/** How many came to each of these events from each municipality; each person once, who is both invited and registered too. */
export async function cameFrom(db: RegionDb, eventIds: string[]): Promise<Came[]> {
  if (eventIds.length === 0) return [];
  return db.$queryRaw<Came[]>`
    SELECT event_id AS "eventId", municipality_id AS "municipalityId", count(*)::int AS people
    FROM (
      SELECT DISTINCT ON (event_id, person_id) event_id, person_id, municipality_id
      FROM (
        SELECT event_id, person_id, municipality_id FROM invitation
        WHERE event_id = ANY(${eventIds}::uuid[]) AND attended_at IS NOT NULL AND withdrawn_at IS NULL
        UNION ALL
        SELECT event_id, person_id, municipality_id FROM registration
        WHERE event_id = ANY(${eventIds}::uuid[]) AND attended_at IS NOT NULL
      ) AS came
      ORDER BY event_id, person_id, municipality_id NULLS LAST
    ) AS people
    GROUP BY event_id, municipality_id`;
}

/** The region's municipalities, also those that were in it once, by name. */
export async function everyMunicipality(db: RegionDb) {
  const found = await db.regionMunicipality.findMany({
    select: { municipality: { select: { id: true, name: true, number: true } } },
  });
  return found.map(({ municipality }) => municipality).sort((a, b) => a.name.localeCompare(b.name, "nb"));
}

export async function networkNames(db: RegionDb) {
  return db.network.findMany({ select: { id: true, name: true }, orderBy: { position: "asc" }, take: 500 });
}

/** The last events somebody came to from a municipality, with how many. */
export async function lastFrom(db: RegionDb, municipalityId: string, take: number) {
  const from = { some: { attendedAt: { not: null }, municipalityId } } as const;
  const events = await db.event.findMany({
    where: { state: { in: ["published", "held"] }, OR: [{ invitations: from }, { registrations: from }] },
    select: facts,
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take,
  });
  const counts = await cameFrom(
    db,
    events.map(({ id }) => id),
  );
  return events.map((event) => ({
    ...event,
    people: counts.find((one) => one.eventId === event.id && one.municipalityId === municipalityId)?.people ?? 0,
  }));
}
