import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

/** Makes the region that the transaction is open in: the wall lets only its own id in. */
export async function insertRegion(
  db: RegionDb,
  region: { slug: string; name: string; initials: string; defaultStandard: "bokmal" | "nynorsk" },
): Promise<string> {
  const { id } = await db.region.create({ data: { id: accessFor(db).regionId, ...region }, select: { id: true } });
  return id;
}

/** Adds a county's municipalities to the region; those it has already stay as they are. Returns how many were new. */
export async function insertMunicipalities(
  db: RegionDb,
  countyNumber: string,
  standardOf: (number: string) => "bokmal" | "nynorsk" | "neutral" | null,
): Promise<{ found: number; added: string[] }> {
  const municipalities = await db.municipality.findMany({
    where: { countyNumber, endedOn: null },
    select: { id: true, number: true },
  });
  const added = await db.regionMunicipality.createManyAndReturn({
    data: municipalities.map(({ id, number }) => ({ municipalityId: id, writtenStandard: standardOf(number) })),
    select: { municipalityId: true },
    skipDuplicates: true,
  });
  return { found: municipalities.length, added: added.map(({ municipalityId }) => municipalityId) };
}
