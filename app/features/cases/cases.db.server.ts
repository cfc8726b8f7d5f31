import type { RegionDb } from "~/platform/db/region-db.server";
import type { CaseKind, CaseState } from "../../../prisma/generated/enums";

export type { CaseKind, CaseState, MinutesState, Outcome } from "../../../prisma/generated/enums";

export type NewCase = {
  id: string;
  bodyId: string;
  parentId: string | null;
  kind: CaseKind;
  letter: string;
  position: number;
  title: string;
  presentation: string;
  proposal: string;
  proposer: string;
  proposerId: string | null;
  closed: boolean;
  legalBasis: string;
  state: CaseState;
  cameFromId: string | null;
  wantedBy: Date | null;
  aboutMinutesId: string | null;
  actionPlanId: string | null;
  roundId: string | null;
};

export async function createCase(db: RegionDb, data: NewCase): Promise<void> {
  await db.case.create({ data });
}

/** A case with its body and what it is a part of. */
export async function findCase(db: RegionDb, id: string) {
  return db.case.findFirst({
    where: { id },
    include: {
      body: { select: { id: true, name: true, shortName: true, open: true } },
      parent: { include: { parent: true } },
    },
  });
}

export type FoundCase = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** The case, held until the transaction ends, so that two who change it go one after the other. */
export async function holdCase(db: RegionDb, id: string): Promise<FoundCase | null> {
  await db.$queryRaw`SELECT 1 FROM body_case WHERE id = ${id}::uuid FOR UPDATE`;
  return findCase(db, id);
}

export async function updateCases(
  db: RegionDb,
  ids: string[],
  data: Parameters<RegionDb["case"]["updateMany"]>[0]["data"],
): Promise<void> {
  await db.case.updateMany({ where: { id: { in: ids } }, data });
}

/** A case with all that is within it: itself, its parts, their parts. */
export async function caseAndParts(db: RegionDb, id: string) {
  return db.case.findMany({
    where: { OR: [{ id }, { parentId: id }, { parent: { parentId: id } }] },
    select: { id: true, parentId: true, letter: true, position: true, state: true, title: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** The parts right under a case, in their order. */
export async function partsOf(db: RegionDb, parentId: string) {
  return db.case.findMany({
    where: { parentId },
    select: { id: true, letter: true, position: true, title: true, state: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** The first and last place in the queue of a body, or within a case. */
export async function placesOf(db: RegionDb, where: { bodyId: string } | { parentId: string }) {
  const { _min, _max } = await db.case.aggregate({
    where: "bodyId" in where ? { ...where, parentId: null, state: "queued" } : where,
    _min: { position: true },
    _max: { position: true },
  });
  return { first: _min.position ?? 1, last: _max.position ?? 0 };
}

/**
 * The order of a queue: first the parts that were put off while their case was treated, case by case and each by its
 * place there, then whole cases by theirs.
 */
const queueOrder = [
  { parentId: { sort: "asc" as const, nulls: "last" as const } },
  { position: "asc" as const },
  { id: "asc" as const },
];

/** The cases of a queue in its order: whole cases, and parts that were put off while their case was treated. */
export async function queuedOf(db: RegionDb, bodyId: string) {
  return db.case.findMany({
    where: {
      bodyId,
      state: "queued",
      OR: [{ parentId: null }, { parent: { state: { in: ["treated", "withdrawn"] } } }],
    },
    select: { id: true, parentId: true },
    orderBy: queueOrder,
  });
}

/** Gives cases, or items of an agenda, places from 1 in the order they come. */
export async function placeCases(db: RegionDb, ids: string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE body_case SET position = placed.place::int
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS placed (id, place)
    WHERE body_case.id = placed.id AND body_case.position <> placed.place`;
}

export async function deleteCases(db: RegionDb, ids: string[]): Promise<void> {
  await db.case.deleteMany({ where: { id: { in: ids } } });
}

export async function bodyExists(db: RegionDb, id: string) {
  return db.governingBody.findFirst({ where: { id }, select: { id: true, name: true, opening: true, open: true } });
}

/** The bodies, in their order. */
export async function bodiesOfRegion(db: RegionDb) {
  return db.governingBody.findMany({
    select: { id: true, name: true, shortName: true, nextId: true, open: true, validFrom: true, validTo: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 200,
  });
}

/** The bodies somebody has a seat in on a day: as member, deputy, leader, observer or secretary. */
export async function seatsOf(db: RegionDb, personId: string, day: Date): Promise<Set<string>> {
  const seats = await db.bodyMember.findMany({
    where: {
      personId,
      AND: [
        { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
        { OR: [{ validTo: null }, { validTo: { gt: day } }] },
      ],
    },
    select: { bodyId: true },
    distinct: ["bodyId"],
  });
  return new Set(seats.map(({ bodyId }) => bodyId));
}

/** How many cases wait in each body's queue. */
export async function queueCounts(db: RegionDb): Promise<Map<string, number>> {
  const counts = await db.case.groupBy({
    by: ["bodyId"],
    where: { state: "queued", OR: [{ parentId: null }, { parent: { state: { in: ["treated", "withdrawn"] } } }] },
    _count: true,
  });
  return new Map(counts.map(({ bodyId, _count }) => [bodyId, _count]));
}

const listed = {
  id: true,
  kind: true,
  title: true,
  proposer: true,
  closed: true,
  legalBasis: true,
  state: true,
  wantedBy: true,
  letter: true,
  parent: { select: { id: true, title: true, closed: true, parent: { select: { id: true, closed: true } } } },
  cameFrom: { select: { number: true, year: true, body: { select: { name: true } } } },
  _count: { select: { parts: true, papers: true } },
  items: {
    select: {
      id: true,
      number: true,
      year: true,
      outcome: true,
      minutesId: true,
      minutes: { select: { day: true, state: true } },
    },
    orderBy: { minutes: { day: "desc" } },
    take: 3,
  },
} as const;

/** The queue of a body in its order, as its page shows it. */
export async function queueOf(db: RegionDb, bodyId: string) {
  return db.case.findMany({
    where: {
      bodyId,
      state: "queued",
      OR: [{ parentId: null }, { parent: { state: { in: ["treated", "withdrawn"] } } }],
    },
    select: listed,
    orderBy: queueOrder,
    take: 200,
  });
}

/** The whole cases of a body in a state, the newest first; fifty from a place on, and one more where there are more. */
export async function casesIn(
  db: RegionDb,
  { bodyId, state, before }: { bodyId: string; state: CaseState; before: string | null },
) {
  return db.case.findMany({
    where: { bodyId, state, parentId: null, kind: { not: "opening" }, ...(before && { id: { lt: before } }) },
    select: listed,
    orderBy: { id: "desc" },
    take: 51,
  });
}

export type ListedCase = Awaited<ReturnType<typeof casesIn>>[number];

/** A case as its own page shows it, with its parts and theirs. */
export async function caseTree(db: RegionDb, id: string) {
  const order = [{ position: "asc" as const }, { id: "asc" as const }];
  return db.case.findFirst({
    where: { id },
    include: {
      body: { select: { id: true, name: true, shortName: true, open: true, nextId: true } },
      proposedBy: { select: { name: true } },
      parent: { select: { id: true, title: true, closed: true, legalBasis: true, parentId: true } },
      aboutMinutes: { select: { id: true, bodyId: true, day: true } },
      parts: { include: { parts: { orderBy: order } }, orderBy: order },
    },
  });
}
