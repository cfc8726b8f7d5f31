import type { Stage } from "~/domain/networks/stage";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

const operators = {
  select: { actorId: true },
  orderBy: [{ position: "asc" as const }, { id: "asc" as const }],
};
const areas = { select: { priorityAreaId: true } };

/** Every network in the region's order, with the columns its list is drawn and filtered by. */
export async function listNetworks(db: RegionDb) {
  return db.network.findMany({
    select: {
      id: true,
      name: true,
      operators: true,
      status: true,
      stage: true,
      audience: true,
      theme: true,
      form: true,
      benefit: true,
      links: true,
      open: true,
      runBy: operators,
      priorityAreas: areas,
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** Every network in the region's order, with what its gatherings are planned from alone. */
export async function cadencesOfNetworks(db: RegionDb) {
  return db.network.findMany({
    select: { id: true, name: true, form: true, audience: true, audienceId: true, operators: true, runBy: operators },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

export type StoredNetwork = Awaited<ReturnType<typeof listNetworks>>[number];

/** One network with everything; null for an id that is none, or another region's. */
export async function findNetwork(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  return db.network.findFirst({
    where: { id },
    include: {
      runBy: operators,
      priorityAreas: areas,
      boundAudience: { select: { id: true, name: true } },
      contactPerson: { select: { id: true, name: true, email: true } },
    },
  });
}

export type FoundNetwork = NonNullable<Awaited<ReturnType<typeof findNetwork>>>;

/** The network, held until the transaction ends, so that two who change it or its members go one after the other. */
export async function holdNetwork(db: RegionDb, id: string): Promise<FoundNetwork | null> {
  if (!isUuid(id)) return null;
  await db.$queryRaw`SELECT 1 FROM network WHERE id = ${id}::uuid FOR UPDATE`;
  return findNetwork(db, id);
}

/** What operators are shown by. */
export async function listActors(db: RegionDb) {
  return db.actor.findMany({
    select: { id: true, parentId: true, name: true, shortName: true, tier: true, validTo: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

export type ListedActor = Awaited<ReturnType<typeof listActors>>[number];

export async function listPriorityAreas(db: RegionDb) {
  return db.priorityArea.findMany({ select: { id: true, number: true, name: true }, orderBy: { number: "asc" } });
}

export async function listAudiences(db: RegionDb) {
  return db.audience.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
}

/** The audience somebody has said that these words mean; null when nobody has. */
export async function audienceOfWords(db: RegionDb, words: string) {
  const found = await db.audienceWords.findFirst({
    where: { words },
    select: { audience: { select: { id: true, name: true } } },
  });
  return found?.audience ?? null;
}

export type NetworkColumns = {
  name: string;
  operators: string;
  status: string;
  stage: Stage | null;
  audience: string;
  audienceId: string | null;
  theme: string;
  form: string;
  benefit: string;
  links: string[];
  contactPersonId: string | null;
  open: boolean;
};

/** Puts a network after the last one. */
export async function createNetwork(db: RegionDb, columns: NetworkColumns) {
  const last = await db.network.aggregate({ _max: { position: true } });
  return db.network.create({ data: { ...columns, position: (last._max.position ?? 0) + 1 }, select: { id: true } });
}

/** Saves the columns of a network that is still at this version; false when somebody else was first. */
export async function saveNetworkColumns(db: RegionDb, id: string, version: number, columns: NetworkColumns) {
  const { count } = await db.network.updateMany({ where: { id, version }, data: { ...columns, version: version + 1 } });
  return count === 1;
}

/** The actors that run it, in this order, and no others. */
export async function setOperators(db: RegionDb, networkId: string, actorIds: readonly string[]): Promise<void> {
  await db.networkOperator.deleteMany({ where: { networkId } });
  await db.networkOperator.createMany({
    data: actorIds.map((actorId, position) => ({ networkId, actorId, position })),
  });
}

/** The priority areas it is about, and no others. */
export async function setPriorityAreas(db: RegionDb, networkId: string, ids: readonly string[]): Promise<void> {
  await db.priorityAreaLink.deleteMany({ where: { networkId } });
  await db.priorityAreaLink.createMany({ data: ids.map((priorityAreaId) => ({ networkId, priorityAreaId })) });
}

export async function findPersonById(db: RegionDb, id: string) {
  return isUuid(id)
    ? db.person.findFirst({ where: { id }, select: { id: true, name: true, email: true } })
    : Promise.resolve(null);
}
