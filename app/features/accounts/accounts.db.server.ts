import type { AccountGroup } from "~/domain/shared/account-sums";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

const inOrder = [{ position: "asc" as const }, { id: "asc" as const }];

const roundColumns = {
  ...{ id: true, name: true, kind: true, from: true, to: true, state: true },
  ...{ rowsBy: true, submitBy: true, submittedAt: true },
} as const;

/** A round of reporting as its accounts see it. */
export async function findAccountRound(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  const round = await db.reportRound.findFirst({ where: { id }, select: roundColumns });
  return round && asRound(round);
}

type RoundColumns = Prisma.ReportRoundGetPayload<{ select: typeof roundColumns }>;

const asRound = <R extends RoundColumns>({ from, to, rowsBy, submitBy, submittedAt, ...round }: R) => ({
  ...{ ...round, from: isoDay(from), to: isoDay(to) },
  ...{ rowsBy: isoDay(rowsBy), submitBy: isoDay(submitBy), submittedAt: submittedAt?.toISOString() ?? null },
});

export type AccountRound = NonNullable<Awaited<ReturnType<typeof findAccountRound>>>;

/** Holds a round until the transaction ends, so that it is not submitted meanwhile, and gives its state. */
export async function lockAccountRound(db: RegionDb, id: string) {
  if (!isUuid(id)) return null;
  await db.$queryRaw`SELECT 1 FROM report_round WHERE id = ${id}::uuid FOR UPDATE`;
  return findAccountRound(db, id);
}

/** The rounds with their lines as far as sums need them, the last period first. */
export async function listAccountRounds(db: RegionDb, take: number) {
  const rounds = await db.reportRound.findMany({
    orderBy: [{ to: "desc" }, { id: "desc" }],
    take,
    select: {
      ...roundColumns,
      lines: { select: { group: true, actual: true, budget: true, yearBudget: true } },
    },
  });
  return rounds.map(asRound);
}

/** The lines of a round with their projects, in order. */
export async function linesOfRound(db: RegionDb, roundId: string) {
  return db.accountLine.findMany({
    where: { roundId },
    orderBy: [{ project: { position: "asc" } }, { projectId: "asc" }, ...inOrder],
    include: { project: { select: { id: true, number: true, name: true } } },
  });
}

export type StoredLine = Awaited<ReturnType<typeof linesOfRound>>[number];

export type LineColumns = {
  projectId: string;
  account: string;
  name: string;
  group: AccountGroup;
  actual: bigint;
  budget: bigint;
  yearBudget: bigint;
};

/** Where the next line of a round comes: after the last. */
export async function nextLinePosition(db: RegionDb, roundId: string): Promise<number> {
  const last = await db.accountLine.aggregate({ where: { roundId }, _max: { position: true } });
  return (last._max.position ?? -1) + 1;
}

export async function createLines(db: RegionDb, lines: (LineColumns & { roundId: string; position: number })[]) {
  await db.accountLine.createMany({ data: lines });
}

export async function updateLine(db: RegionDb, id: string, change: LineColumns): Promise<void> {
  await db.accountLine.updateMany({ where: { id }, data: change });
}

export async function deleteLine(db: RegionDb, id: string): Promise<void> {
  await db.accountLine.deleteMany({ where: { id } });
}

export async function deleteLinesOf(db: RegionDb, roundId: string): Promise<void> {
  await db.accountLine.deleteMany({ where: { roundId } });
}

/** The lines of the rounds of a kind that lie in the year of a day and end before it. */
export async function linesEarlierInYear(db: RegionDb, { id, kind, to }: Pick<AccountRound, "id" | "kind" | "to">) {
  return db.accountLine.findMany({
    where: {
      round: { id: { not: id }, kind, from: { gte: new Date(`${to.slice(0, 4)}-01-01`) }, to: { lt: new Date(to) } },
    },
    orderBy: inOrder,
    select: { projectId: true, account: true, name: true, group: true, actual: true, budget: true, yearBudget: true },
  });
}
