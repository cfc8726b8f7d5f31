import type { RegionDb } from "~/platform/db/region-db.server";

export type AreaFields = { name: string; kind: "area" | "circle"; description: string; counties: string[] };

const inOrder = [{ position: "asc" as const }, { id: "asc" as const }];

export async function areaNames(db: RegionDb) {
  return db.area.findMany({ select: { id: true, name: true, kind: true }, orderBy: inOrder });
}

/** The areas in their order, each with the ids of its municipalities. */
export async function areasWithMunicipalities(db: RegionDb) {
  return db.area.findMany({
    select: {
      id: true,
      name: true,
      kind: true,
      description: true,
      counties: true,
      municipalities: { select: { municipalityId: true } },
    },
    orderBy: inOrder,
  });
}

/** One area with its municipalities and the audiences that are made of it. */
export async function findArea(db: RegionDb, id: string) {
  return db.area.findFirst({
    where: { id },
    select: {
      id: true,
      name: true,
      kind: true,
      description: true,
      counties: true,
      version: true,
      municipalities: { select: { municipalityId: true } },
      audienceRules: { select: { audience: { select: { id: true, name: true } } } },
      feeSchemes: { select: { name: true } },
    },
  });
}

/** The area of this name, in whatever case. The database takes "%" and "_" for patterns, so its answer is looked over. */
export async function areaOfName(db: RegionDb, name: string) {
  const like = await db.area.findMany({
    where: { name: { equals: name, mode: "insensitive" } },
    select: { id: true, name: true },
  });
  return like.find((area) => area.name.toLowerCase() === name.toLowerCase()) ?? null;
}

export async function insertArea(db: RegionDb, fields: AreaFields, municipalityIds: string[]): Promise<string> {
  const { _max } = await db.area.aggregate({ _max: { position: true } });
  const { id } = await db.area.create({
    data: { ...fields, position: (_max.position ?? -1) + 1 },
    select: { id: true },
  });
  await db.areaMunicipality.createMany({
    data: municipalityIds.map((municipalityId) => ({ areaId: id, municipalityId })),
  });
  return id;
}

/** Saves an area that is still at this version; false when somebody else was first. */
export async function updateArea(
  db: RegionDb,
  {
    id,
    version,
    fields,
    municipalityIds,
  }: { id: string; version: number; fields: AreaFields; municipalityIds: string[] },
): Promise<boolean> {
  const { count } = await db.area.updateMany({
    where: { id, version },
    data: { ...fields, version: { increment: 1 } },
  });
  if (count === 0) return false;
  await db.areaMunicipality.deleteMany({ where: { areaId: id, municipalityId: { notIn: municipalityIds } } });
  await db.areaMunicipality.createMany({
    data: municipalityIds.map((municipalityId) => ({ areaId: id, municipalityId })),
    skipDuplicates: true,
  });
  return true;
}

export async function deleteArea(db: RegionDb, id: string): Promise<void> {
  await db.area.deleteMany({ where: { id } });
}

/** The population the region has written down for its municipalities. */
export async function populations(db: RegionDb) {
  return db.regionMunicipality.findMany({ select: { municipalityId: true, population: true, populationYear: true } });
}

/** The ids of the municipalities of an area; null when the region has no such area. */
export async function municipalityIdsOf(db: RegionDb, id: string): Promise<Set<string> | null> {
  const area = await db.area.findFirst({
    where: { id },
    select: { municipalities: { select: { municipalityId: true } } },
  });
  return area && new Set(area.municipalities.map(({ municipalityId }) => municipalityId));
}
