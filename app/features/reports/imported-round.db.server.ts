import type { RegionDb } from "~/platform/db/region-db.server";

/** The definitions of the figures a round holds. */
export async function figuresKept(db: RegionDb, roundId: string): Promise<Set<string>> {
  const found = await db.reportFigure.findMany({ where: { roundId }, select: { definition: true } });
  return new Set(found.map(({ definition }) => definition));
}

type NewFigure = { position: number; definition: string; label: string; value: bigint; source: string };

export async function insertFigures(db: RegionDb, roundId: string, figures: readonly NewFigure[]): Promise<void> {
  if (figures.length > 0) await db.reportFigure.createMany({ data: figures.map((figure) => ({ ...figure, roundId })) });
}

/** The case that a body treated by a number, when it is about no round yet. */
export async function caseByNumber(
  db: RegionDb,
  { body, number, year }: { body: string; number: number; year: number },
): Promise<string | null> {
  const found = await db.agendaItem.findFirst({
    where: { number, year, body: { name: { equals: body, mode: "insensitive" } }, case: { roundId: null } },
    select: { caseId: true },
  });
  return found?.caseId ?? null;
}

export async function setCaseRound(db: RegionDb, caseId: string, roundId: string): Promise<void> {
  await db.case.updateMany({ where: { id: caseId }, data: { roundId, version: { increment: 1 } } });
}
