import type { BodyKind } from "~/domain/bodies/words";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What stands on this day (midnight UTC), as a condition of a query; no first or last day is open. */
export function standsOn(day: Date) {
  return {
    AND: [
      { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
      { OR: [{ validTo: null }, { validTo: { gt: day } }] },
    ],
  };
}

/** From a day (inclusive) to a day (exclusive), "YYYY-MM-DD"; null is open. */
export type OpenSpan = { from: string | null; to: string | null };

export const spanOf = ({ validFrom, validTo }: { validFrom: Date | null; validTo: Date | null }): OpenSpan => ({
  from: isoDay(validFrom),
  to: isoDay(validTo),
});

const named = { select: { id: true, name: true } } as const;

/** A body with whose it is and which it goes on to and comes from; null for an unknown or malformed id. */
export async function findBody(db: RegionDb, id: unknown) {
  if (!isUuid(id)) return null;
  const found = await db.governingBody.findFirst({
    where: { id },
    include: {
      actor: { select: { id: true, name: true, shortName: true } },
      next: named,
      from: { ...named, orderBy: { position: "asc" } },
    },
  });
  if (!found) return null;
  const { validFrom, validTo, regionId: _regionId, updatedAt: _updatedAt, ...body } = found;
  return { ...body, span: spanOf({ validFrom, validTo }) };
}

/** Every body of the region in its order, with how many members it has on the day (midnight UTC). */
export async function allBodies(db: RegionDb, day: Date) {
  const found = await db.governingBody.findMany({
    select: {
      id: true,
      name: true,
      shortName: true,
      kind: true,
      purpose: true,
      actorId: true,
      nextId: true,
      place: true,
      usualFrom: true,
      usualTo: true,
      validFrom: true,
      validTo: true,
      members: {
        where: { part: { in: ["leader", "deputy_leader"] }, ...standsOn(day) },
        select: {
          id: true,
          part: true,
          office: true,
          person: named,
          municipality: { select: { municipality: named } },
        },
        orderBy: [{ part: "asc" }, { position: "asc" }],
        take: 2,
      },
      _count: { select: { members: { where: { part: { not: "deputy" }, ...standsOn(day) } } } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return found.map(({ validFrom, validTo, _count, members, ...body }) => ({
    ...body,
    members: _count.members,
    leaders: members.map(({ id, part, office, person, municipality }) => ({
      id,
      part,
      name: person?.name ?? office,
      represents: municipality?.municipality.name ?? "",
    })),
    span: spanOf({ validFrom, validTo }),
  }));
}

export type ListedBody = Awaited<ReturnType<typeof allBodies>>[number];

export type BodyData = {
  name: string;
  shortName: string;
  kind: BodyKind;
  purpose: string;
  actorId: string | null;
  nextId: string | null;
  quorum: number | null;
  noticeDays: number;
  remarkDays: number;
  mayAttend: string;
  opening: boolean;
  open: boolean;
  place: string;
  usualFrom: number | null;
  usualTo: number | null;
  validFrom: Date | null;
  validTo: Date | null;
};

/** Makes a body, last in the region's order. */
export async function createBody(db: RegionDb, data: BodyData) {
  const last = await db.governingBody.aggregate({ _max: { position: true } });
  return db.governingBody.create({ data: { ...data, position: (last._max.position ?? 0) + 1 }, select: { id: true } });
}

/** Saves a body that is still at this version; false when somebody else was first. */
export async function saveBody(db: RegionDb, id: string, version: number, data: BodyData): Promise<boolean> {
  const { count } = await db.governingBody.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export async function deleteBody(db: RegionDb, id: string): Promise<void> {
  await db.governingBody.deleteMany({ where: { id } });
}

/** The body of this name, but one. */
export async function bodyNamed(db: RegionDb, name: string, but: string | null) {
  return db.governingBody.findFirst({
    where: { name: { equals: name, mode: "insensitive" }, ...(but && { id: { not: but } }) },
    select: { id: true },
  });
}

/** Which body each body goes on to. */
export async function nextLinks(db: RegionDb): Promise<Map<string, string>> {
  const found = await db.governingBody.findMany({
    where: { nextId: { not: null } },
    select: { id: true, nextId: true },
  });
  return new Map(found.flatMap(({ id, nextId }): [string, string][] => (nextId ? [[id, nextId]] : [])));
}

/** Whether anything hangs on a body: members, cases, meetings, events, or another body that goes on to it. */
export async function isBodyUsed(db: RegionDb, id: string): Promise<boolean> {
  const found = await db.governingBody.findFirst({
    where: {
      id,
      OR: [
        { members: { some: {} } },
        { cases: { some: {} } },
        { minutes: { some: {} } },
        { planned: { some: {} } },
        { events: { some: {} } },
        { from: { some: {} } },
        { passedTo: { some: {} } },
        { templates: { some: {} } },
      ],
    },
    select: { id: true },
  });
  return found !== null;
}

/** The numbers of a body's cases, year by year, the last year first. */
export async function bodyYears(db: RegionDb, bodyId: string) {
  return db.bodyYear.findMany({
    where: { bodyId },
    select: { id: true, year: true, first: true, last: true },
    orderBy: { year: "desc" },
  });
}

/** The numbers a body has really given in a year: how many and the highest, imported ones included. */
export async function numbersGiven(db: RegionDb, bodyId: string, year: number) {
  const given = await db.agendaItem.aggregate({
    where: { bodyId, year, number: { not: null } },
    _max: { number: true },
    _count: { number: true },
  });
  return { highest: given._max.number, count: given._count.number };
}

export async function saveFirstNumber(db: RegionDb, bodyId: string, year: number, first: number): Promise<void> {
  const { count } = await db.bodyYear.updateMany({ where: { bodyId, year }, data: { first } });
  if (count === 0) await db.bodyYear.create({ data: { bodyId, year, first } });
}
