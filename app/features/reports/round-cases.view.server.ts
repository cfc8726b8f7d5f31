import { todayIn } from "~/features/regions/today";
import { casesOfRound, findRoundOfCase } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The cases a report is treated in; of a closed one, only that it is. */
export async function roundCases(db: RegionDb, roundId: string) {
  const cases = await casesOfRound(db, roundId);
  return cases.map(({ id, title, state, closed, body }) => ({ id, title: closed ? "" : title, state, closed, body }));
}

export type RoundCase = Awaited<ReturnType<typeof roundCases>>[number];

/** The report a case is about; null when it is about none. */
export async function reportOfCase(db: RegionDb, caseId: string, zone: string) {
  const round = await findRoundOfCase(db, caseId);
  if (!round) return null;
  const { submittedAt, ...facts } = round;
  return { ...facts, submittedOn: submittedAt && todayIn(zone, submittedAt) };
}
