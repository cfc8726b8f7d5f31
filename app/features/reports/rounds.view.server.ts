import { todayIn } from "~/features/regions/today";
import { countRows, listRounds } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The rounds of the region, the newest first, each with how many of its rows are delivered. */
export async function roundsView(db: RegionDb, zone: string) {
  const rounds = await listRounds(db);
  const counts = await countRows(db);
  return rounds.map(({ id, name, kind, from, to, rowsBy, submitBy, state, submittedAt }) => ({
    ...{ id, name, kind, from, to, rowsBy, submitBy, state, submittedOn: submittedAt && todayIn(zone, submittedAt) },
    rows: counts.get(id) ?? { all: 0, delivered: 0 },
  }));
}

export type RoundLine = Awaited<ReturnType<typeof roundsView>>[number];
