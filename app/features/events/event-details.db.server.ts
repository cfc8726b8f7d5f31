import { isUuid } from "~/domain/shared/ids";
import { heldOn } from "~/features/regions/held-on";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What an event is besides what its invitations tell. Null for an id that is none. */
export async function findDetails(db: RegionDb, eventId: string) {
  if (!isUuid(eventId)) return null;
  return db.event.findFirst({
    where: { id: eventId },
    select: {
      language: true,
      audienceKind: true,
      audience: { select: { id: true, name: true } },
      responsible: { select: { id: true, name: true } },
      joinLink: true,
      open: true,
      callsDeputies: true,
      planRowId: true,
      seriesId: true,
      network: { select: { id: true, name: true } },
      organisers: { select: { actor: { select: { id: true, name: true } } }, orderBy: { id: "asc" } },
      partners: { select: { partnerId: true }, orderBy: { id: "asc" } },
      priorityAreas: {
        select: { priorityArea: { select: { id: true, number: true, name: true } } },
        orderBy: { priorityArea: { number: "asc" } },
      },
    },
  });
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
