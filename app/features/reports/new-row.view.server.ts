import { findRound, listRowOwners, listRows, planActivities } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What a row that is added may stand under, who may answer for it, and the activities of the plan that have no row. */
export async function newRowView(db: RegionDb, { roundId, today }: { roundId: string; today: string }) {
  const round = await findRound(db, roundId);
  const rows = await listRows(db, roundId);
  const taken = new Set(rows.flatMap(({ activityId, besides }) => [activityId, ...besides]));
  const activities = round?.planId ? await planActivities(db, round.planId) : [];
  const different = (words: string[]) => [...new Set(words.filter(Boolean))];
  return {
    areas: different([...rows, ...activities].map(({ area }) => area)),
    focusAreas: different([...rows, ...activities].map(({ focusArea }) => focusArea)),
    activities: activities.filter(({ activityId }) => !taken.has(activityId)),
    owners: await listRowOwners(db, today),
  };
}

export type NewRowView = Awaited<ReturnType<typeof newRowView>>;
