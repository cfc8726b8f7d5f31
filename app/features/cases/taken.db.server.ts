import { inRegister } from "~/features/cases/register.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

/** What was decided or noted in a meeting that is over. */
const taken = {
  outcome: { in: ["as_proposed", "changed", "noted"] },
  minutes: { state: { in: ["ended", "remarks", "approved"] } },
  case: { kind: { not: "opening" } },
} satisfies Prisma.AgendaItemWhereInput;

const closing = { closed: true, legalBasis: true, title: true, letter: true } as const;

const shown = {
  ...{ id: true, caseId: true, bodyId: true, number: true, year: true, outcome: true, decision: true, announced: true },
  body: { select: { name: true, open: true } },
  minutes: { select: { day: true, state: true } },
  case: { select: { ...closing, parent: { select: { ...closing, id: true, parent: { select: closing } } } } },
} satisfies Prisma.AgendaItemSelect;

export type TakenDecision = Prisma.AgendaItemGetPayload<{ select: typeof shown }>;

/** The decisions of a body, or of all, the last meeting's first; fifty after one of them, and one more where there is more. */
export async function takenDecisions(
  db: RegionDb,
  { bodyId, after }: { bodyId: string | null; after: { id: string } | null },
): Promise<TakenDecision[]> {
  return db.agendaItem.findMany({
    where: { ...taken, ...(bodyId && { bodyId }) },
    select: shown,
    orderBy: [{ minutes: { day: "desc" } }, { minutesId: "desc" }, { position: "asc" }, { id: "asc" }],
    ...(after && { cursor: { regionId_id: { regionId: await regionOf(db, after.id), id: after.id } }, skip: 1 }),
    take: 51,
  });
}

/** The region an item is in, for a cursor: no id of another is found behind the wall. */
async function regionOf(db: RegionDb, id: string): Promise<string> {
  const found = await db.agendaItem.findFirst({ where: { id }, select: { regionId: true } });
  return found?.regionId ?? id;
}

/** One of them; null for none, and for what is not decided. */
export async function findTaken(db: RegionDb, id: string): Promise<TakenDecision | null> {
  return db.agendaItem.findFirst({ where: { ...taken, id }, select: shown });
}

/** The decision, held until the transaction ends. */
export async function holdTaken(db: RegionDb, id: string): Promise<TakenDecision | null> {
  await db.$queryRaw`SELECT 1 FROM agenda_item WHERE id = ${id}::uuid FOR UPDATE`;
  return findTaken(db, id);
}

export async function setAnnounced(db: RegionDb, id: string, announced: boolean): Promise<void> {
  await db.agendaItem.updateMany({ where: { id }, data: { announced, version: { increment: 1 } } });
}

/** What has been marked for the public and may be read by it now: of open cases, in minutes that have been sent out. */
export async function announced(db: RegionDb, where: { from: Date } | { ids: readonly string[] }) {
  return db.agendaItem.findMany({
    where: {
      AND: [
        inRegister,
        { ...taken, announced: true, minutes: { state: { in: ["remarks", "approved"] } } },
        "ids" in where ? { id: { in: [...where.ids] } } : { minutes: { day: { gte: where.from } } },
      ],
    },
    select: { id: true, decision: true, case: { select: { title: true } } },
    orderBy: [{ minutes: { day: "asc" } }, { position: "asc" }, { id: "asc" }],
    take: 40,
  });
}
