import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

const inOrder = [{ position: "asc" as const }, { id: "asc" as const }];
const area = { select: { id: true, name: true, municipalities: { select: { municipalityId: true } } } } as const;
const lineColumns = { municipalityId: true, population: true, populationYear: true, amount: true } as const;

/** The schemes in their order, each with its years, the newest first. */
export async function listSchemes(db: RegionDb) {
  return db.feeScheme.findMany({
    select: {
      ...{ id: true, name: true, areaId: true, guests: true, version: true },
      area: { select: { name: true } },
      years: { select: { year: true, rate: true, fixedAt: true }, orderBy: { year: "desc" } },
    },
    orderBy: inOrder,
  });
}

export async function findScheme(db: RegionDb, id: string | undefined) {
  if (!isUuid(id)) return null;
  return db.feeScheme.findFirst({
    where: { id },
    select: {
      ...{ id: true, name: true, areaId: true, guests: true, version: true, area },
      years: { select: { year: true, rate: true, fixedAt: true }, orderBy: { year: "desc" } },
    },
  });
}

/** The sums in øre of the years whose lines are fixed, by year. */
export async function fixedSums(db: RegionDb): Promise<Map<string, bigint>> {
  const sums = await db.feeLine.groupBy({
    by: ["feeYearId"],
    where: { feeYear: { fixedAt: { not: null } } },
    _sum: { amount: true },
  });
  const years = await db.feeYear.findMany({
    where: { fixedAt: { not: null } },
    select: { id: true, schemeId: true, year: true },
  });
  return new Map(
    years.map(({ id, schemeId, year }) => [
      `${schemeId}/${year}`,
      sums.find(({ feeYearId }) => feeYearId === id)?._sum.amount ?? 0n,
    ]),
  );
}

/** A year of a scheme with its lines: all of them when it is fixed, else those whose population somebody has said. */
export async function findYear(db: RegionDb, schemeId: string, year: number) {
  return db.feeYear.findFirst({
    where: { schemeId, year },
    select: { id: true, year: true, rate: true, fixedAt: true, version: true, lines: { select: lineColumns } },
  });
}

type SchemeFields = { name: string; areaId: string | null; guests: boolean };

export async function insertScheme(db: RegionDb, fields: SchemeFields): Promise<string> {
  const { _max } = await db.feeScheme.aggregate({ _max: { position: true } });
  const data = { ...fields, position: (_max.position ?? -1) + 1 };
  return (await db.feeScheme.create({ data, select: { id: true } })).id;
}

/** Saves a scheme that is still at this version; false when somebody else was first. */
export async function updateScheme(
  db: RegionDb,
  { id, version }: { id: string; version: number },
  fields: SchemeFields,
): Promise<boolean> {
  const { count } = await db.feeScheme.updateMany({
    where: { id, version },
    data: { ...fields, version: { increment: 1 } },
  });
  return count === 1;
}

export async function deleteScheme(db: RegionDb, id: string): Promise<void> {
  await db.feeScheme.deleteMany({ where: { id } });
}

export async function insertYear(
  db: RegionDb,
  { schemeId, year, rate }: { schemeId: string; year: number; rate: number },
): Promise<string> {
  return (await db.feeYear.create({ data: { schemeId, year, rate }, select: { id: true } })).id;
}

/** Saves a year that is still at this version and not fixed; false when it is not. */
export async function updateYear(
  db: RegionDb,
  { id, version }: { id: string; version: number },
  change: { rate?: number; fixedAt?: Date },
): Promise<boolean> {
  const { count } = await db.feeYear.updateMany({
    where: { id, version, fixedAt: null },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

export async function deleteYear(db: RegionDb, { id, version }: { id: string; version: number }): Promise<boolean> {
  const { count } = await db.feeYear.deleteMany({ where: { id, version, fixedAt: null } });
  return count === 1;
}

export type Line = { municipalityId: string; population: number; populationYear: number; amount: bigint };

/** Puts these lines in the place of all there were. */
export async function replaceLines(db: RegionDb, feeYearId: string, lines: Line[]): Promise<void> {
  await db.feeLine.deleteMany({ where: { feeYearId } });
  await db.feeLine.createMany({ data: lines.map((line) => ({ feeYearId, ...line })) });
}

/** The population the region has written down for its municipalities. */
export async function knownPopulations(db: RegionDb) {
  return db.regionMunicipality.findMany({ select: { municipalityId: true, population: true, populationYear: true } });
}

export async function areaChoices(db: RegionDb) {
  return db.area.findMany({ select: { id: true, name: true }, orderBy: inOrder });
}
