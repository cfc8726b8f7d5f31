import type { ActorKind, ActorTier } from "~/domain/actors/words";
import { actorTiers } from "~/domain/actors/words";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

export const pageSize = 50;
/** Nobody has more units, tasks or other parts than a page can show. */
const mostParts = 500;

export const dateOf = (day: string | null) => (day === null ? null : new Date(day));

const notEnded = (day: Date) => ({ OR: [{ validTo: null }, { validTo: { gt: day } }] });
const inOrder = [{ position: "asc" as const }, { id: "asc" as const }];

const listed = {
  id: true,
  name: true,
  shortName: true,
  kind: true,
  tier: true,
  role: true,
  parentId: true,
  validFrom: true,
  validTo: true,
} as const;

const has = (search: string) => ({ contains: search, mode: "insensitive" as const });
const matches = (search: string) => ({
  OR: [{ name: has(search) }, { shortName: has(search) }, { names: { some: { shown: has(search) } } }],
});

/**
 * The actors that have not ended by a day and are no units, in the region's order within their tier, fifty and one at
 * a time; `after` is the id the last page ended with. A search finds them by their own names or a unit's.
 */
export async function actorsPage(
  db: RegionDb,
  { day, after, search }: { day: Date; after: string | null; search: string },
) {
  const select = { id: true, position: true, tier: true } as const;
  const last = isUuid(after) ? await db.actor.findFirst({ where: { id: after }, select }) : null;
  const later = last ? actorTiers.slice(actorTiers.indexOf(last.tier) + 1) : [];
  return db.actor.findMany({
    where: {
      parentId: null,
      AND: [
        notEnded(day),
        search === "" ? {} : { OR: [matches(search), { units: { some: { AND: [matches(search), notEnded(day)] } } }] },
        last
          ? {
              OR: [
                { tier: { in: later } },
                { tier: last.tier, position: { gt: last.position } },
                { tier: last.tier, position: last.position, id: { gt: last.id } },
              ],
            }
          : {},
      ],
    },
    select: { ...listed, _count: { select: { tasks: { where: notEnded(day) } } } },
    orderBy: [{ tier: "asc" }, ...inOrder],
    take: pageSize + 1,
  });
}

/** The units of these actors that have not ended by a day. */
export async function unitsOf(db: RegionDb, parentIds: string[], day: Date) {
  return db.actor.findMany({
    where: { parentId: { in: parentIds }, ...notEnded(day) },
    select: { ...listed, _count: { select: { tasks: { where: notEnded(day) } } } },
    orderBy: inOrder,
    take: mostParts,
  });
}

/** The actors and units that have ended by a day, newest end first. */
export async function endedActors(db: RegionDb, day: Date, search: string) {
  return db.actor.findMany({
    where: { validTo: { lte: day }, ...(search !== "" && matches(search)) },
    select: { ...listed, parent: { select: { name: true } } },
    orderBy: [{ validTo: "desc" }, { id: "asc" }],
    take: pageSize,
  });
}

export async function countActors(db: RegionDb, day: Date) {
  const standing = await db.actor.count({ where: { parentId: null, ...notEnded(day) } });
  const units = await db.actor.count({ where: { parentId: { not: null }, ...notEnded(day) } });
  const ended = await db.actor.count({ where: { validTo: { lte: day } } });
  return { standing, units, ended };
}

/** All actors of the plan on a day with what the plan's own table says of them. */
export async function actorsForPlan(db: RegionDb, day: Date) {
  return db.actor.findMany({
    where: { parentId: null, tier: { not: "outside" }, ...notEnded(day) },
    select: {
      id: true,
      name: true,
      tier: true,
      role: true,
      responsibility: true,
      units: { where: notEnded(day), select: { id: true, name: true }, orderBy: inOrder },
      tasks: { where: notEnded(day), select: { id: true, name: true }, orderBy: inOrder },
    },
    orderBy: [{ tier: "asc" }, ...inOrder],
    take: mostParts,
  });
}

/** One actor with all that is its own; null for an id that is none, or another region's. */
export async function findActor(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  const found = await db.actor.findFirst({
    where: { id },
    include: {
      parent: { select: { id: true, name: true } },
      names: { select: { id: true, words: true, shown: true }, orderBy: { shown: "asc" } },
    },
  });
  if (!found) return null;
  const { validFrom, validTo, regionId: _region, imported, updatedAt: _at, ...facts } = found;
  return { ...facts, imported: imported !== null, span: { from: isoDay(validFrom), to: isoDay(validTo) } };
}

export type FoundActor = NonNullable<Awaited<ReturnType<typeof findActor>>>;

/** Every actor by id and name, with whose unit it is. */
export async function allActors(db: RegionDb) {
  return db.actor.findMany({ select: { id: true, name: true, shortName: true, parentId: true }, orderBy: inOrder });
}

/** The units of an actor, those that have ended too. */
export async function allUnitsOf(db: RegionDb, parentId: string) {
  const units = await db.actor.findMany({
    where: { parentId },
    select: { id: true, name: true, validFrom: true, validTo: true },
    orderBy: inOrder,
    take: mostParts,
  });
  return units.map(({ validFrom, validTo, ...unit }) => ({
    ...unit,
    span: { from: isoDay(validFrom), to: isoDay(validTo) },
  }));
}

export type ActorData = {
  name: string;
  shortName: string;
  kind: ActorKind;
  tier: ActorTier;
  role: string;
  responsibility: string;
  web: string;
  parentId: string | null;
  validFrom: Date | null;
  validTo: Date | null;
};

export async function createActor(db: RegionDb, data: ActorData) {
  const last = await db.actor.aggregate({ _max: { position: true } });
  return db.actor.create({ data: { ...data, position: (last._max.position ?? 0) + 1 }, select: { id: true } });
}

/** Saves an actor that is still at this version; false when somebody else was first. */
export async function saveActor(db: RegionDb, id: string, version: number, data: Partial<ActorData>): Promise<boolean> {
  const { count } = await db.actor.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** Removes an actor with the tasks that nothing stands on. */
export async function deleteActor(db: RegionDb, id: string): Promise<void> {
  await db.task.deleteMany({ where: { actorId: id } });
  await db.actor.deleteMany({ where: { id } });
}

/** What these words are said to mean already, and the actors and groups of that very name. */
export async function meaningsOf(db: RegionDb, words: string[]) {
  const said = await db.actorName.findMany({
    where: { words: { in: words } },
    select: {
      words: true,
      actorId: true,
      groupId: true,
      actor: { select: { name: true } },
      group: { select: { name: true } },
    },
  });
  const named = words.map((word) => ({ equals: word, mode: "insensitive" as const }));
  const actors = await db.actor.findMany({
    where: { OR: named.flatMap((name) => [{ name }, { shortName: name }]) },
    select: { id: true, name: true, shortName: true },
  });
  const groups = await db.group.findMany({
    where: { OR: named.map((name) => ({ name })) },
    select: { id: true, name: true },
  });
  return { said, actors, groups };
}

export async function addNames(db: RegionDb, actorId: string, names: { words: string; shown: string }[]) {
  return db.actorName.createManyAndReturn({
    data: names.map((name) => ({ ...name, actorId })),
    select: { id: true, shown: true },
  });
}

export async function removeNames(db: RegionDb, ids: string[]): Promise<void> {
  await db.actorName.deleteMany({ where: { id: { in: ids } } });
}
