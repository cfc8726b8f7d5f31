import type { RegionDb } from "~/platform/db/region-db.server";

/** Whose deputies: a person's, or those of whoever is a municipality's contact person. */
export type DeputiesOf = { personId: string; municipalityId: null } | { personId: null; municipalityId: string };

const withPerson = {
  deputy: { select: { id: true, name: true, email: true, heldSince: true, optedOut: true } },
} as const;
const inOrder = [{ position: "asc" as const }, { id: "asc" as const }];

/** The deputies of one list, in the order they are asked. */
export async function deputiesOf(db: RegionDb, of: DeputiesOf) {
  return db.deputy.findMany({ where: of, include: withPerson, orderBy: inOrder });
}

/** The number of a municipality of the region; null for one that is none. */
export async function numberOf(db: RegionDb, municipalityId: string): Promise<string | null> {
  const found = await db.regionMunicipality.findFirst({
    where: { municipalityId },
    select: { municipality: { select: { number: true } } },
  });
  return found?.municipality.number ?? null;
}

/** Every list of the region that has somebody on it, municipalities before people. */
export async function allDeputies(db: RegionDb) {
  return db.deputy.findMany({
    include: {
      ...withPerson,
      person: { select: { id: true, name: true } },
      municipality: { select: { municipality: { select: { number: true, name: true } } } },
    },
    orderBy: inOrder,
  });
}

export async function createDeputy(
  db: RegionDb,
  data: DeputiesOf & { deputyId: string; position: number },
): Promise<string> {
  const { id } = await db.deputy.create({ data, select: { id: true } });
  return id;
}

export async function removeDeputyRow(db: RegionDb, id: string): Promise<void> {
  await db.deputy.deleteMany({ where: { id } });
}

export async function savePosition(db: RegionDb, id: string, position: number): Promise<void> {
  await db.deputy.updateMany({ where: { id }, data: { position } });
}
