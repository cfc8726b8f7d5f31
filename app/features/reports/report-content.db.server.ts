import { accessFor, type RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

/** What the region is called, where it is and what it writes in. */
export async function regionFacts(db: RegionDb) {
  return db.region.findFirstOrThrow({
    where: { id: accessFor(db).regionId },
    select: { name: true, zone: true, defaultStandard: true },
  });
}

export async function listFigures(db: RegionDb, roundId: string) {
  return db.reportFigure.findMany({
    where: { roundId },
    select: {
      ...{ id: true, position: true, definition: true, label: true, value: true, source: true, countedAt: true },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

export type StoredFigure = Awaited<ReturnType<typeof listFigures>>[number];

type FigureValues = Pick<StoredFigure, "position" | "definition" | "label" | "value" | "source" | "countedAt">;

/** Writes a figure of a round, over the one with this id or as a new one. */
export async function putFigure(
  db: RegionDb,
  { id, roundId, ...values }: FigureValues & { id: string | null; roundId: string },
): Promise<void> {
  if (id === null) await db.reportFigure.create({ data: { roundId, ...values } });
  else await db.reportFigure.updateMany({ where: { id }, data: { ...values, version: { increment: 1 } } });
}

export async function insertSubmission(
  db: RegionDb,
  {
    roundId,
    content,
    ...rest
  }: {
    roundId: string;
    number: number;
    content: object;
    reason: string;
    personId: string | null;
    submittedAt: Date;
  },
): Promise<void> {
  await db.reportSubmission.create({ data: { roundId, ...rest, content: content as Prisma.InputJsonObject } });
}

/** The versions of a report that were submitted, the newest first; without what is in them. */
export async function listSubmissions(db: RegionDb, roundId: string) {
  return db.reportSubmission.findMany({
    where: { roundId },
    select: { number: true, reason: true, submittedAt: true, person: { select: { name: true } } },
    orderBy: { number: "desc" },
  });
}

export async function findSubmission(db: RegionDb, { roundId, number }: { roundId: string; number: number }) {
  return db.reportSubmission.findFirst({
    where: { roundId, number },
    select: { number: true, reason: true, submittedAt: true, content: true, person: { select: { name: true } } },
  });
}

export async function countLines(db: RegionDb, roundId: string): Promise<number> {
  return db.accountLine.count({ where: { roundId } });
}

/** Writes the texts of a round that is locked. What is written does not change what the round asks, nor its version. */
export async function setTexts(db: RegionDb, id: string, texts: Record<string, string>): Promise<void> {
  await db.reportRound.updateMany({ where: { id }, data: { texts } });
}

/** How many rows of a round have an answer of this key. */
export async function countAnswers(db: RegionDb, roundId: string, key: string): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM report_row WHERE round_id = ${roundId}::uuid AND answers ->> ${key} <> ''`;
  return found?.count ?? 0;
}
