import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

/**
 * The names the readers of minutes know: those of actors, and of all municipalities and counties of the register, as
 * they are and as they were, since minutes may be older than the last merger.
 */
export async function placeNames(db: RegionDb): Promise<string[]> {
  const municipalities = await db.municipality.findMany({ select: { name: true, county: true } });
  const versions = await db.municipalityVersion.findMany({ select: { name: true, county: true } });
  const areas = await db.area.findMany({ select: { counties: true } });
  const actors = await db.actor.findMany({ select: { name: true } });
  const counties = areas
    .flatMap((area) => area.counties)
    .flatMap((name) => [name, name.replace(/ fylkeskommune$/, "")]);
  return [
    ...new Set([
      ...[...municipalities, ...versions].flatMap(({ name, county }) => [name, county]),
      ...counties,
      ...actors.map(({ name }) => name),
    ]),
  ];
}

/** The bodies by name, whether they still stand or not. */
export async function bodyNames(db: RegionDb) {
  return db.governingBody.findMany({ select: { id: true, name: true }, orderBy: [{ position: "asc" }, { id: "asc" }] });
}

/** The records of a body on a day, the oldest first. */
export async function recordsOn(db: RegionDb, bodyId: string, day: Date) {
  return db.minutes.findMany({ where: { bodyId, day }, select: { id: true, state: true }, orderBy: { id: "asc" } });
}

/** Which of these numbers of a year a body has used, and in which record. */
export async function usedNumbers(db: RegionDb, bodyId: string, year: number, numbers: number[]) {
  return db.agendaItem.findMany({
    where: { bodyId, year, number: { in: numbers } },
    select: { number: true, minutes: { select: { id: true, day: true } } },
  });
}

export async function insertMinutes(db: RegionDb, data: Prisma.MinutesUncheckedCreateInput) {
  const { id } = await db.minutes.create({ data, select: { id: true } });
  return id;
}

export async function insertCase(db: RegionDb, data: Prisma.CaseUncheckedCreateInput) {
  const { id } = await db.case.create({ data, select: { id: true } });
  return id;
}

export async function insertItem(db: RegionDb, data: Prisma.AgendaItemUncheckedCreateInput) {
  const { id } = await db.agendaItem.create({ data, select: { id: true } });
  return id;
}

export async function insertPresences(db: RegionDb, data: Prisma.PresenceCreateManyInput[]) {
  await db.presence.createMany({ data });
}

/** Writes that minutes were approved in a case of another meeting, with the copy that stands from then on. */
export async function markApproved(
  db: RegionDb,
  id: string,
  { itemId, frozen }: { itemId: string | null; frozen: Prisma.InputJsonValue },
) {
  await db.minutes.updateMany({
    where: { id, state: { not: "approved" } },
    data: { state: "approved", approvedById: itemId, frozen, version: { increment: 1 } },
  });
}
