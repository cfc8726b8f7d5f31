import { spanOf, standsOn } from "~/features/bodies/bodies.db.server";
import type { SeatData } from "~/features/bodies/body-members.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The actors that have not ended by the day (midnight UTC), in the region's order. */
export async function actorsOn(db: RegionDb, day: Date) {
  return db.actor.findMany({
    where: { OR: [{ validTo: null }, { validTo: { gt: day } }] },
    select: { id: true, name: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** The municipalities that are in the region on the day, or on any day, by name, each with its time in the region. */
export async function municipalitiesIn(db: RegionDb, day: Date | null) {
  const found = await db.regionMunicipality.findMany({
    where: day ? standsOn(day) : {},
    select: { validFrom: true, validTo: true, municipality: { select: { id: true, name: true } } },
  });
  return found
    .map(({ municipality, ...days }) => ({ ...municipality, span: spanOf(days) }))
    .sort((a, b) => a.name.localeCompare(b.name, "nb"));
}

/** Whether all that a seat names is in the region. */
export async function placesExist(
  db: RegionDb,
  { personId, municipalityId, actorId }: Pick<SeatData, "personId" | "municipalityId" | "actorId">,
): Promise<boolean> {
  const select = { regionId: true } as const;
  const found = [
    personId === null || (await db.person.findFirst({ where: { id: personId }, select })),
    actorId === null || (await db.actor.findFirst({ where: { id: actorId }, select })),
    municipalityId === null || (await db.regionMunicipality.findFirst({ where: { municipalityId }, select })),
  ];
  return found.every(Boolean);
}

/** Whether an actor is of the region. */
export async function actorExists(db: RegionDb, id: string): Promise<boolean> {
  return placesExist(db, { personId: null, municipalityId: null, actorId: id });
}
