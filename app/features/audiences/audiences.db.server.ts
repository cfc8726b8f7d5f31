import type { RulePart, Whom } from "~/domain/audiences/rule";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

export const pageSize = 50;

const named = { select: { id: true, name: true } } as const;
const plain = {
  id: true,
  audienceId: true,
  excludes: true,
  kind: true,
  areaId: true,
  municipalityId: true,
  networkId: true,
  groupId: true,
  actorId: true,
  personId: true,
  name: true,
  address: true,
} as const;
const withNames = {
  ...plain,
  area: named,
  municipality: { select: { municipality: { select: { number: true, name: true } } } },
  network: named,
  group: named,
  actor: named,
  person: named,
} as const;

async function rawParts(db: RegionDb, audienceIds: string[]) {
  return db.audienceRule.findMany({
    where: { audienceId: { in: audienceIds } },
    select: withNames,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

type StoredPart = Awaited<ReturnType<typeof rawParts>>[number];
type PlainPart = Pick<StoredPart, keyof typeof plain>;

/** A part of a rule, with what it names by its name now; empty for all contact persons. */
export type NamedPart = RulePart & { audienceId: string; name: string };

function partOf(row: StoredPart): NamedPart[] {
  const whom = whomOf(row);
  const { area, municipality, network, group, actor, person } = row;
  const name = (area ?? municipality?.municipality ?? network ?? group ?? actor ?? person)?.name ?? row.name ?? "";
  return whom ? [{ id: row.id, audienceId: row.audienceId, excludes: row.excludes, whom, name }] : [];
}

function whomOf({ kind, ...row }: PlainPart): Whom | null {
  if (kind === "contact_persons") return { kind };
  if (kind === "address") return { kind, name: row.name ?? "", address: row.address ?? "" };
  const { areaId, municipalityId, networkId, groupId, actorId, personId } = row;
  if (kind === "area") return areaId === null ? null : { kind, areaId };
  if (kind === "municipality") return municipalityId === null ? null : { kind, municipalityId };
  if (kind === "network") return networkId === null ? null : { kind, networkId };
  if (kind === "group") return groupId === null ? null : { kind, groupId };
  if (kind === "actor") return actorId === null ? null : { kind, actorId };
  return personId === null ? null : { kind, personId };
}

/** The parts of these audiences, each audience's in their order. */
export async function partsOf(db: RegionDb, audienceIds: string[]): Promise<NamedPart[]> {
  return (await rawParts(db, audienceIds)).flatMap(partOf);
}

/** The same to resolve them by alone: what they name is not looked up. */
export async function plainPartsOf(
  db: RegionDb,
  audienceIds: string[],
): Promise<(RulePart & { audienceId: string })[]> {
  const rows = await db.audienceRule.findMany({
    where: { audienceId: { in: audienceIds } },
    select: plain,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.flatMap((row) => {
    const whom = whomOf(row);
    return whom ? [{ id: row.id, audienceId: row.audienceId, excludes: row.excludes, whom }] : [];
  });
}

/** Audiences by name, fifty and one at a time; `after` is the id the last page ended with. */
export async function audiencesPage(db: RegionDb, after: string | null) {
  const last = isUuid(after) ? await db.audience.findFirst({ where: { id: after }, select: { name: true } }) : null;
  return db.audience.findMany({
    where: last ? { name: { gt: last.name } } : {},
    select: {
      id: true,
      name: true,
      description: true,
      words: { select: { shown: true }, orderBy: { words: "asc" } },
      _count: { select: { networks: true } },
    },
    orderBy: { name: "asc" },
    take: pageSize + 1,
  });
}

export async function countAudiences(db: RegionDb): Promise<number> {
  return db.audience.count();
}

export async function allAudiences(db: RegionDb) {
  return db.audience.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
}

export async function allNetworks(db: RegionDb) {
  return db.network.findMany({ ...named, orderBy: { position: "asc" } });
}

/** One audience with what it is bound to; null for an id that is none, or another region's. */
export async function findAudience(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  return db.audience.findFirst({
    where: { id },
    select: {
      id: true,
      name: true,
      description: true,
      version: true,
      words: { select: { shown: true }, orderBy: { words: "asc" } },
      networks: { ...named, orderBy: { position: "asc" } },
    },
  });
}

export type FoundAudience = NonNullable<Awaited<ReturnType<typeof findAudience>>>;

/** The audience of this name, in whatever case. The database takes "%" and "_" for patterns, so its answer is looked over. */
export async function audienceOfName(db: RegionDb, name: string) {
  const like = await db.audience.findMany({
    where: { name: { equals: name, mode: "insensitive" } },
    select: { id: true, name: true },
  });
  return like.find((audience) => audience.name.toLowerCase() === name.toLowerCase()) ?? null;
}

export async function createAudience(db: RegionDb, data: { name: string; description: string }) {
  return db.audience.create({ data, select: { id: true } });
}

/** Saves an audience that is still at this version, and raises it; false when somebody else was first. */
export async function saveAudience(
  db: RegionDb,
  id: string,
  version: number,
  data: { name?: string; description?: string },
): Promise<boolean> {
  const { count } = await db.audience.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export async function deleteAudience(db: RegionDb, id: string): Promise<void> {
  await db.audience.deleteMany({ where: { id } });
}

/** The columns of a part. */
export function columnsOf(whom: Whom) {
  const { kind, ...what } = whom;
  return { kind, ...what };
}

/** Puts a part last in a rule. */
export async function createPart(db: RegionDb, audienceId: string, excludes: boolean, whom: Whom) {
  const last = await db.audienceRule.aggregate({ where: { audienceId }, _max: { position: true } });
  const position = (last._max.position ?? 0) + 1;
  return db.audienceRule.create({ data: { audienceId, excludes, position, ...columnsOf(whom) }, select: { id: true } });
}

export async function deletePart(db: RegionDb, audienceId: string, id: string): Promise<boolean> {
  const { count } = await db.audienceRule.deleteMany({ where: { id, audienceId } });
  return count === 1;
}

/** Gives the parts their places, the first first. */
export async function orderParts(db: RegionDb, ids: string[]): Promise<void> {
  for (const [at, id] of ids.entries()) await db.audienceRule.updateMany({ where: { id }, data: { position: at + 1 } });
}

/** Whether what a part names is in the region. */
export async function whomExists(db: RegionDb, whom: Whom): Promise<boolean> {
  const select = { regionId: true } as const;
  if (whom.kind === "contact_persons" || whom.kind === "address") return true;
  if (whom.kind === "area") return (await db.area.findFirst({ where: { id: whom.areaId }, select })) !== null;
  if (whom.kind === "municipality") {
    const { municipalityId } = whom;
    return (await db.regionMunicipality.findFirst({ where: { municipalityId }, select })) !== null;
  }
  if (whom.kind === "network") return (await db.network.findFirst({ where: { id: whom.networkId }, select })) !== null;
  if (whom.kind === "group") return (await db.group.findFirst({ where: { id: whom.groupId }, select })) !== null;
  if (whom.kind === "actor") return (await db.actor.findFirst({ where: { id: whom.actorId }, select })) !== null;
  return (await db.person.findFirst({ where: { id: whom.personId }, select })) !== null;
}

/** The areas and circles, and the networks, there are to choose from. */
export async function areasAndNetworks(db: RegionDb) {
  const order = [{ position: "asc" as const }, { id: "asc" as const }];
  return {
    areas: await db.area.findMany({ select: { id: true, name: true }, orderBy: order }),
    networks: await db.network.findMany({ select: { id: true, name: true }, orderBy: order }),
  };
}
