import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

const shown = {
  id: true,
  words: true,
  responsible: true,
  dueOn: true,
  doneAt: true,
  doneNote: true,
  version: true,
  personId: true,
  actorId: true,
  person: { select: { name: true } },
  actor: { select: { name: true } },
  item: {
    select: {
      id: true,
      minutesId: true,
      bodyId: true,
      caseId: true,
      number: true,
      year: true,
      decision: true,
      body: { select: { name: true } },
      minutes: { select: { day: true } },
      case: {
        select: {
          title: true,
          letter: true,
          closed: true,
          legalBasis: true,
          parent: {
            select: {
              id: true,
              title: true,
              closed: true,
              legalBasis: true,
              parent: { select: { closed: true, legalBasis: true } },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.FollowUpSelect;

export type FoundFollowUp = Prisma.FollowUpGetPayload<{ select: typeof shown }>;

/** What is to be done after decisions: the first due first and without a day last; or what is done, the last first. */
export async function followUps(
  db: RegionDb,
  { done, bodyId, after }: { done: boolean; bodyId: string | null; after: { id: string } | null },
): Promise<FoundFollowUp[]> {
  const found = await db.followUp.findMany({
    where: { doneAt: done ? { not: null } : null, ...(bodyId && { item: { bodyId } }) },
    select: shown,
    orderBy: done ? [{ doneAt: "desc" }, { id: "asc" }] : [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: 500,
  });
  const from = after ? found.findIndex(({ id }) => id === after.id) + 1 : 0;
  return found.slice(from, from + 51);
}

export async function countFollowUps(db: RegionDb, today: Date) {
  const open = await db.followUp.count({ where: { doneAt: null } });
  const late = await db.followUp.count({ where: { doneAt: null, dueOn: { lt: today } } });
  const done = await db.followUp.count({ where: { doneAt: { not: null } } });
  return { open, late, done };
}

export async function findFollowUp(db: RegionDb, id: string): Promise<FoundFollowUp | null> {
  return db.followUp.findFirst({ where: { id }, select: shown });
}

/** Held until the transaction ends, so that two who change it go one after the other. */
export async function holdFollowUp(db: RegionDb, id: string): Promise<FoundFollowUp | null> {
  await db.$queryRaw`SELECT 1 FROM follow_up WHERE id = ${id}::uuid FOR UPDATE`;
  return findFollowUp(db, id);
}

export async function updateFollowUp(
  db: RegionDb,
  id: string,
  data: { words?: string; responsible?: string; dueOn?: Date | null; doneAt?: Date | null; doneNote?: string },
) {
  await db.followUp.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } });
}

export async function createFollowUp(db: RegionDb, data: Prisma.FollowUpUncheckedCreateInput): Promise<void> {
  await db.followUp.create({ data });
}

export async function countOfItem(db: RegionDb, itemId: string): Promise<number> {
  return db.followUp.count({ where: { itemId } });
}

/** The actor of this name; null where there is none. */
export async function actorNamed(db: RegionDb, name: string): Promise<string | null> {
  const found = name === "" ? null : await db.actor.findFirst({ where: { name }, select: { id: true } });
  return found?.id ?? null;
}
