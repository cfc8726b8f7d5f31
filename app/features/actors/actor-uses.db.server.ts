import type { RegionDb } from "~/platform/db/region-db.server";

const shown = 50;
const name = { select: { id: true, name: true } } as const;
const notEnded = (day: Date) => ({ OR: [{ validTo: null }, { validTo: { gt: day } }] });

/** The networks an actor runs, in the register's order. */
export async function networksOf(db: RegionDb, actorId: string) {
  return db.network.findMany({
    where: { runBy: { some: { actorId } } },
    select: { id: true, name: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: shown,
  });
}

/** The groups that are an actor's, or in which it or somebody for it is a member on a day. */
export async function groupsOf(db: RegionDb, actorId: string, day: Date) {
  return db.group.findMany({
    where: {
      AND: [notEnded(day), { OR: [{ actorId }, { members: { some: { actorId, ...notEnded(day) } } }] }],
    },
    select: { id: true, name: true, actorId: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: shown,
  });
}

/** Those whose roles on a day are limited to an actor. */
export async function editorsOf(db: RegionDb, actorId: string, day: Date) {
  return db.role.findMany({
    where: { actorId, ...notEnded(day) },
    select: { id: true, kind: true, validFrom: true, person: name },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
    take: shown,
  });
}

/** Everything that stands on an actor, and keeps it from being removed. */
export async function usesOf(db: RegionDb, actorId: string) {
  const of = { where: { actorId } };
  const groups = await db.group.findMany({
    where: { OR: [{ actorId }, { members: { some: { actorId } } }] },
    select: { id: true, name: true },
    take: shown,
  });
  const audiences = await db.audience.findMany({
    where: { rules: { some: { actorId } } },
    select: { id: true, name: true },
    take: shown,
  });
  const events = await db.event.findMany({ ...of, select: { id: true, title: true }, take: shown });
  const publications = await db.publication.findMany({ ...of, select: { id: true, title: true }, take: shown });
  const roles = await db.role.findMany({ ...of, select: { person: name }, take: shown });
  return {
    units: await db.actor.findMany({ where: { parentId: actorId }, select: { id: true, name: true }, take: shown }),
    networks: await networksOf(db, actorId),
    groups,
    audiences,
    events: events.map(({ id, title }) => ({ id, name: title })),
    publications: publications.map(({ id, title }) => ({ id, name: title })),
    people: await db.actorPerson.count(of),
    editors: [...new Map(roles.map(({ person }) => [person.id, person])).values()],
    responsibilities: await db.responsibility.count(of),
    tasksWithParts: await db.task.count({ where: { actorId, responsibilities: { some: {} } } }),
  };
}

export type ActorUses = Awaited<ReturnType<typeof usesOf>>;

/** What of an actor goes on from a day on. */
export async function openAfter(db: RegionDb, actorId: string, day: Date) {
  return {
    units: await db.actor.findMany({
      where: { parentId: actorId, ...notEnded(day) },
      select: { id: true, name: true },
      take: shown,
    }),
    responsibilities: await db.responsibility.count({
      where: { actorId, part: { not: "none" }, ...notEnded(day) },
    }),
    networks: await networksOf(db, actorId),
    editors: await db.role.count({ where: { actorId, ...notEnded(day) } }),
  };
}

export type OpenAfter = Awaited<ReturnType<typeof openAfter>>;
