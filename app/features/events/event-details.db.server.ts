import { isUuid } from "~/domain/shared/ids";
import { heldOn } from "~/features/regions/held-on";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { EventAudience } from "../../../prisma/generated/enums";

type Named = { id: string; name: string };
type Details = {
  language: string | null;
  audienceKind: EventAudience | null;
  audience: Named | null;
  responsible: Named | null;
  joinLink: string;
  open: boolean;
  callsDeputies: boolean;
  planRowId: string | null;
  seriesId: string | null;
  network: Named | null;
  body: Named | null;
  organisers: Named[];
  partnerIds: string[];
  areas: (Named & { number: number })[];
};

/** What an event is besides what its invitations tell, in one query. Null for an id that is none. */
export async function findDetails(db: RegionDb, eventId: string): Promise<Details | null> {
  if (!isUuid(eventId)) return null;
  const rows = await db.$queryRaw<Details[]>`
    SELECT e.language, e.audience_kind AS "audienceKind", e.join_link AS "joinLink", e.open,
      e.calls_deputies AS "callsDeputies",
      e.plan_row_id AS "planRowId", e.series_id AS "seriesId",
      (SELECT json_build_object('id', a.id, 'name', a.name) FROM audience a
        WHERE (a.region_id, a.id) = (e.region_id, e.audience_id)) AS audience,
      (SELECT json_build_object('id', p.id, 'name', p.name) FROM person p
        WHERE (p.region_id, p.id) = (e.region_id, e.responsible_id)) AS responsible,
      (SELECT json_build_object('id', n.id, 'name', n.name) FROM network n
        WHERE (n.region_id, n.id) = (e.region_id, e.network_id)) AS network,
      (SELECT json_build_object('id', b.id, 'name', b.name) FROM governing_body b
        WHERE (b.region_id, b.id) = (e.region_id, e.body_id)) AS body,
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) ORDER BY o.id), '[]')
        FROM event_organiser o JOIN actor a ON (a.region_id, a.id) = (o.region_id, o.actor_id)
        WHERE (o.region_id, o.event_id) = (e.region_id, e.id)) AS organisers,
      (SELECT coalesce(json_agg(p.partner_id ORDER BY p.id), '[]') FROM event_partner p
        WHERE (p.region_id, p.event_id) = (e.region_id, e.id)) AS "partnerIds",
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'number', a.number, 'name', a.name) ORDER BY a.number), '[]')
        FROM priority_area_link l JOIN priority_area a ON (a.region_id, a.id) = (l.region_id, l.priority_area_id)
        WHERE (l.region_id, l.event_id) = (e.region_id, e.id)) AS areas
    FROM event e WHERE e.id = ${eventId}::uuid`;
  return rows[0] ?? null;
}

/** Those who hold a role on a day (midnight UTC), each with her roles, by name. */
export async function peopleWithRoles(db: RegionDb, day: Date) {
  return db.person.findMany({
    where: { roles: { some: heldOn(day) } },
    select: {
      id: true,
      name: true,
      roles: { where: heldOn(day), select: { kind: true, actorId: true, municipalityId: true } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 1000,
  });
}

/** The rows of the plans that go on this day or later (midnight UTC), and one more row, each with its plan. */
export async function rowsToChoose(db: RegionDb, day: Date, also: string | null) {
  return db.planRow.findMany({
    where: { OR: [{ plan: { to: { gte: day } } }, ...(also ? [{ id: also }] : [])] },
    select: { id: true, channel: true, timing: true, plan: { select: { from: true, to: true } } },
    orderBy: [{ plan: { from: "asc" } }, { position: "asc" }, { id: "asc" }],
    take: 500,
  });
}

export async function areasToChoose(db: RegionDb) {
  return db.priorityArea.findMany({ select: { id: true, number: true, name: true }, orderBy: { number: "asc" } });
}

/** The actors that organise an event with the one that holds it, and no others. */
export async function setOrganisers(db: RegionDb, eventId: string, actorIds: readonly string[]): Promise<void> {
  await db.eventOrganiser.deleteMany({ where: { eventId } });
  await db.eventOrganiser.createMany({ data: actorIds.map((actorId) => ({ eventId, actorId })) });
}

/** The priority areas an event is about, and no others. */
export async function setAreas(db: RegionDb, eventId: string, ids: readonly string[]): Promise<void> {
  await db.priorityAreaLink.deleteMany({ where: { eventId } });
  await db.priorityAreaLink.createMany({ data: ids.map((priorityAreaId) => ({ eventId, priorityAreaId })) });
}

/** The regions an event is held together with, and no others. */
export async function setPartners(db: RegionDb, eventId: string, regionIds: readonly string[]): Promise<void> {
  await db.eventPartner.deleteMany({ where: { eventId } });
  await db.eventPartner.createMany({ data: regionIds.map((partnerId) => ({ eventId, partnerId })) });
}

/** Those of these events that anyone may see and that are not over, the first first. */
export async function openEventsAmong(
  db: RegionDb,
  { ids, now, atMost }: { ids: string[]; now: Date; atMost: number },
) {
  return db.event.findMany({
    where: { id: { in: ids }, open: true, state: { in: ["published", "held"] }, endsAt: { gte: now } },
    select: { id: true, title: true, startsAt: true, endsAt: true, zone: true, place: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: atMost,
  });
}
