import { overlaps } from "~/domain/reports/period";
import { audit } from "~/features/audit/audit.server";
import {
  createRound,
  createRows,
  findRound,
  listRoundPlans,
  listRounds,
  listRows,
  type NewRound,
  type NewRow,
  planActivities,
} from "~/features/reports/reports.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type MadeRound =
  | { ok: true; id: string; rows: number }
  | { ok: false; reason: "period" | "dates" | "plan-gone" | "previous-gone" }
  | { ok: false; reason: "taken"; name: string };

/**
 * Begins a round: a row for each activity of the plan, with its owner; without a plan, the rows of the round before,
 * unanswered. No two rounds of a kind are of the same days.
 */
export async function makeRound(db: RegionDb, input: NewRound): Promise<MadeRound> {
  const { kind, from, to, rowsBy, submitBy, planId, previousId } = input;
  if (from > to) return { ok: false, reason: "period" };
  if (rowsBy && submitBy && rowsBy > submitBy) return { ok: false, reason: "dates" };
  await lockRegion(db, "report-rounds");
  const other = (await listRounds(db)).find((round) => round.kind === kind && overlaps(round, { from, to }));
  if (other) return { ok: false, reason: "taken", name: other.name };
  if (planId && !(await listRoundPlans(db)).some(({ id }) => id === planId)) return { ok: false, reason: "plan-gone" };
  if (previousId && !(await findRound(db, previousId))) return { ok: false, reason: "previous-gone" };
  const rows = await rowsFor(db, input);
  const id = await createRound(db, input);
  await createRows(db, id, rows);
  await audit(db, {
    ...{ action: "created", subject: "report-round", id },
    after: { name: input.name, kind, from, to, rowsBy, submitBy, planId, previousId, rows: rows.length },
  });
  return { ok: true, id, rows: rows.length };
}

async function rowsFor(db: RegionDb, { planId, previousId }: NewRound): Promise<NewRow[]> {
  if (planId) return (await planActivities(db, planId)).map((row, position) => ({ ...row, position }));
  if (!previousId) return [];
  return (await listRows(db, previousId)).map((row, position) => {
    const { activityId, besides, area, focusArea, strategy, measure, activity, timing, ownerId } = row;
    return { position, activityId, besides, area, focusArea, strategy, measure, activity, timing, ownerId };
  });
}
