import { memberOn } from "~/features/municipalities/member-on";
import type { RegionDb } from "~/platform/db/region-db.server";

const register = { select: { id: true, number: true, name: true, nameSami: true, county: true } } as const;

/** What the region knows of each municipality that is in it on a day (midnight UTC). */
export async function factsOn(db: RegionDb, day: Date) {
  return db.regionMunicipality.findMany({
    where: memberOn(day),
    select: {
      municipalityId: true,
      population: true,
      populationYear: true,
      writtenStandard: true,
      municipality: register,
    },
  });
}

/** The region's areas and circles with the municipalities in each, guests included. */
export async function areasWithMunicipalities(db: RegionDb) {
  const found = await db.area.findMany({
    select: {
      id: true,
      name: true,
      kind: true,
      description: true,
      counties: true,
      version: true,
      municipalities: { select: { municipality: register } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return found.map(({ municipalities, ...area }) => ({
    ...area,
    municipalities: municipalities.map(({ municipality }) => municipality),
    municipalityIds: municipalities.map(({ municipality }) => municipality.id),
  }));
}

type Known = { population: number; populationYear: number } | { writtenStandard: "bokmal" | "nynorsk" | "neutral" };

export async function saveKnown(db: RegionDb, municipalityId: string, known: Known): Promise<void> {
  await db.regionMunicipality.updateMany({ where: { municipalityId }, data: known });
}
