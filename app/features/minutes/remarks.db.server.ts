import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

/** The remarks on minutes, the oldest first. */
export async function findRemarks(db: RegionDb, minutesId: string, personId?: string) {
  return db.minutesRemark.findMany({
    where: { minutesId, ...(personId && { personId }) },
    select: {
      ...{ id: true, name: true, text: true, state: true, answer: true, createdAt: true },
      item: {
        select: {
          ...{ id: true, number: true, year: true },
          case: { select: { letter: true, title: true } },
        },
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 500,
  });
}

export async function insertRemark(db: RegionDb, data: Prisma.MinutesRemarkUncheckedCreateInput) {
  const { id } = await db.minutesRemark.create({ data, select: { id: true } });
  return id;
}

/** Says what became of a remark. False when it is none of these minutes. */
export async function updateRemark(
  db: RegionDb,
  { minutesId, id }: { minutesId: string; id: string },
  data: { state: "taken" | "left_out"; answer: string },
): Promise<boolean> {
  const { count } = await db.minutesRemark.updateMany({ where: { id, minutesId }, data });
  return count === 1;
}

/** The cases of a meeting that a remark may be about, in order. */
export async function remarkableItems(db: RegionDb, minutesId: string) {
  return db.agendaItem.findMany({
    where: { minutesId, number: { not: null } },
    select: { id: true, number: true, year: true, case: { select: { title: true } } },
    orderBy: { position: "asc" },
  });
}

/** The meeting as sending it round needs it. */
export async function findRound(db: RegionDb, minutesId: string) {
  return db.minutes.findFirst({
    where: { id: minutesId },
    select: {
      ...{ id: true, bodyId: true, day: true, state: true, remarksBy: true, version: true },
      body: { select: { name: true, remarkDays: true } },
      presences: { select: { substitutePerson: { select: { id: true, name: true, email: true } } } },
    },
  });
}
