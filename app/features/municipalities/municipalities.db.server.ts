import type { WrittenStandard } from "~/domain/municipalities/written-locale";
import { type RegionDb, readRows } from "~/platform/db/region-db.server";

const register = { select: { id: true, number: true, name: true, nameSami: true, county: true } } as const;

type ListedMunicipality = {
  id: string;
  number: string;
  name: string;
  nameSami: string | null;
  county: string;
  writtenStandard: WrittenStandard | null;
};

/** The municipalities that are in the region on a day (midnight UTC), by name. */
export async function listMunicipalities(db: RegionDb, day: Date): Promise<ListedMunicipality[]> {
  const found = await readRows<ListedMunicipality>(db)`
    SELECT town.id, town.number, town.name, town.name_sami AS "nameSami", town.county, own.written_standard::text AS "writtenStandard"
    FROM region_municipality own JOIN municipality town ON town.id = own.municipality_id
    WHERE (own.valid_from IS NULL OR own.valid_from <= ${day}::date)
      AND (own.valid_to IS NULL OR own.valid_to > ${day}::date) AND (town.ended_on IS NULL OR town.ended_on > ${day}::date)`;
  return found.sort((a, b) => a.name.localeCompare(b.name, "nb"));
}

/**
 * A municipality that is, has been or will be in the region, by any number it has had; null when the region has none.
 * Where several have had the number, the one that has it still is meant, else the one that stands.
 */
export async function findMunicipality(db: RegionDb, number: string) {
  if (!/^\d{4}$/.test(number)) return null;
  const found = await db.regionMunicipality.findMany({
    where: { municipality: { OR: [{ number }, { versions: { some: { number } } }] } },
    select: {
      writtenStandard: true,
      population: true,
      populationYear: true,
      validFrom: true,
      validTo: true,
      municipality: { select: { ...register.select, endedOn: true } },
    },
    orderBy: { municipality: { endedOn: { sort: "desc", nulls: "first" } } },
  });
  const one = found.find(({ municipality }) => municipality.number === number) ?? found[0];
  if (!one) return null;
  const { municipality, ...own } = one;
  return { ...municipality, ...own };
}

export type FoundMunicipality = NonNullable<Awaited<ReturnType<typeof findMunicipality>>>;

/** Everyone who is, has been or will be contact person for a municipality, the newest first, at most fifty. */
export async function contactRoles(db: RegionDb, municipalityId: string) {
  return db.role.findMany({
    where: { kind: "contact_person", municipalityId },
    select: {
      id: true,
      personId: true,
      validFrom: true,
      validTo: true,
      person: { select: { name: true, email: true } },
    },
    orderBy: [{ validFrom: "desc" }, { id: "desc" }],
    take: 50,
  });
}

/** The roles of contact persons that are held on this day or later, the first first. */
export async function openContactRoles(db: RegionDb, municipalityId: string, day: Date) {
  return db.role.findMany({
    where: { kind: "contact_person", municipalityId, OR: [{ validTo: null }, { validTo: { gt: day } }] },
    select: {
      id: true,
      personId: true,
      validFrom: true,
      validTo: true,
      person: { select: { name: true, email: true } },
    },
    orderBy: { validFrom: "asc" },
  });
}

export async function endContactRole(db: RegionDb, id: string, validTo: Date): Promise<void> {
  await db.role.updateMany({ where: { id, kind: "contact_person" }, data: { validTo } });
}

/** The day the last contact person ended, for those of these municipalities that have had one. */
export async function vacantSince(db: RegionDb, municipalityIds: string[], day: Date): Promise<Map<string, Date>> {
  const ended = await db.role.findMany({
    where: { kind: "contact_person", municipalityId: { in: municipalityIds }, validTo: { lte: day } },
    select: { municipalityId: true, validTo: true },
    orderBy: { validTo: "asc" },
  });
  return new Map(
    ended.flatMap(({ municipalityId, validTo }): [string, Date][] =>
      municipalityId && validTo ? [[municipalityId, validTo]] : [],
    ),
  );
}

export async function saveWrittenStandard(
  db: RegionDb,
  municipalityId: string,
  writtenStandard: WrittenStandard | null,
) {
  await db.regionMunicipality.updateMany({ where: { municipalityId }, data: { writtenStandard } });
}
