import type { PublicationKind } from "~/domain/publications/kinds";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

export const pageSize = 50;
export const openPageSize = 20;

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** Where a page ended: what comes after is older, or of the same day and a lower id. */
export type After = { day: string; id: string };

export type PublicationFilters = {
  search: string;
  kinds: PublicationKind[];
  years: number[];
  /** The actors asked for, their units among them. */
  actorIds: string[];
};

const newestFirst = [{ day: "desc" as const }, { id: "desc" as const }];

const afterPage = (after: After | null): Prisma.PublicationWhereInput =>
  after ? { OR: [{ day: { lt: dateOf(after.day) } }, { day: dateOf(after.day), id: { lt: after.id } }] } : {};

function fitting({ search, kinds, years, actorIds }: PublicationFilters): Prisma.PublicationWhereInput {
  const words = search.split(/\s+/).filter(Boolean).slice(0, 10);
  const has = (word: string) => ({ contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const });
  return {
    AND: [
      ...words.map((word) => ({
        OR: [{ title: has(word) }, { place: has(word) }, { author: has(word) }, { text: has(word) }],
      })),
      ...(kinds.length > 0 ? [{ kind: { in: kinds } }] : []),
      ...(actorIds.length > 0 ? [{ actorId: { in: actorIds } }] : []),
      ...(years.length > 0
        ? [{ OR: years.map((year) => ({ day: { gte: dateOf(`${year}-01-01`), lte: dateOf(`${year}-12-31`) } })) }]
        : []),
    ],
  };
}

/** Fifty and one publications that fit, the newest first. */
export async function publicationPage(db: RegionDb, filters: PublicationFilters, after: After | null) {
  const found = await db.publication.findMany({
    where: { AND: [fitting(filters), afterPage(after)] },
    select: {
      ...{ id: true, kind: true, title: true, day: true, place: true, author: true, open: true },
      actor: { select: { id: true, name: true } },
    },
    orderBy: newestFirst,
    take: pageSize + 1,
  });
  return found.map((one) => ({ ...one, day: isoDay(one.day) }));
}

export async function countPublications(db: RegionDb, filters: PublicationFilters): Promise<number> {
  return db.publication.count({ where: fitting(filters) });
}

/** What the list can be narrowed to: the kinds, years and actors there are publications of. */
export async function publicationFacets(db: RegionDb) {
  const kinds = await db.publication.groupBy({ by: ["kind"] });
  const actors = await db.publication.groupBy({ by: ["actorId"] });
  const years = await db.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM day)::int AS year FROM publication ORDER BY 1 DESC`;
  return {
    kinds: kinds.map(({ kind }) => kind),
    actorIds: actors.flatMap(({ actorId }) => actorId ?? []),
    years: years.map(({ year }) => year),
  };
}

/** One publication with everything; null for an id that is none, or another region's. */
export async function findPublication(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  const found = await db.publication.findFirst({
    where: { id },
    select: {
      ...{ id: true, version: true, kind: true, title: true, day: true, place: true, author: true, link: true },
      ...{ text: true, open: true, planRowId: true, actorId: true },
      actor: { select: { id: true, name: true } },
      planRow: {
        select: {
          ...{ id: true, channel: true, theme: true, timing: true },
          plan: { select: { from: true, to: true } },
        },
      },
    },
  });
  if (!found) return null;
  const { planRow } = found;
  return {
    ...found,
    day: isoDay(found.day),
    planRow: planRow && { ...planRow, plan: { from: isoDay(planRow.plan.from), to: isoDay(planRow.plan.to) } },
  };
}

export type FoundPublication = NonNullable<Awaited<ReturnType<typeof findPublication>>>;

export type PublicationColumns = {
  kind: PublicationKind;
  title: string;
  day: string;
  place: string;
  author: string;
  link: string;
  text: string;
  open: boolean;
  planRowId: string | null;
  actorId: string | null;
};

export async function createPublication(db: RegionDb, columns: PublicationColumns) {
  return db.publication.create({ data: { ...columns, day: dateOf(columns.day) }, select: { id: true } });
}

/** Saves a publication that is still at this version; false when somebody else was first. */
export async function savePublication(
  db: RegionDb,
  id: string,
  version: number,
  columns: PublicationColumns,
): Promise<boolean> {
  const { count } = await db.publication.updateMany({
    where: { id, version },
    data: { ...columns, day: dateOf(columns.day), version: version + 1 },
  });
  return count === 1;
}

export async function deletePublication(db: RegionDb, id: string): Promise<void> {
  await db.publication.deleteMany({ where: { id } });
}

/** Whether the region has a plan row of this id. */
export async function hasPlanRow(db: RegionDb, id: string): Promise<boolean> {
  return (await db.planRow.findFirst({ where: { id }, select: { id: true } })) !== null;
}

/** What everybody may see, said by a day, the newest first: some, and one more where there are more. */
export async function openPublicationPage(
  db: RegionDb,
  { today, after, take }: { today: string; after: After | null; take: number },
) {
  const found = await db.publication.findMany({
    where: { AND: [{ open: true, day: { lte: dateOf(today) } }, afterPage(after)] },
    select: {
      ...{ id: true, kind: true, title: true, day: true, place: true, author: true, link: true, text: true },
      actor: { select: { name: true } },
    },
    orderBy: newestFirst,
    take: take + 1,
  });
  return found.map((one) => ({ ...one, day: isoDay(one.day) }));
}

export async function countOpenPublications(db: RegionDb, today: string): Promise<number> {
  return db.publication.count({ where: { open: true, day: { lte: dateOf(today) } } });
}
