import { audit } from "~/features/audit/audit.server";
import {
  findRound,
  findRow,
  listRowOwners,
  lockRound,
  planActivities,
  updateRow,
} from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ChangedRow =
  | { ok: true }
  | { ok: false; reason: "not-found" | "frozen" | "owner-gone" | "activity-gone" | "changed-meanwhile" };

/** Gives a row to another who answers for it, or to nobody. */
export async function handOverRow(
  db: RegionDb,
  { id, version, ownerId, today }: { id: string; version: number; ownerId: string | null; today: string },
): Promise<ChangedRow> {
  const row = await findRow(db, id);
  if (!row) return { ok: false, reason: "not-found" };
  if (await isFrozen(db, row.roundId)) return { ok: false, reason: "frozen" };
  if (ownerId !== null && !(await listRowOwners(db, today)).some((person) => person.id === ownerId))
    return { ok: false, reason: "owner-gone" };
  if (!(await updateRow(db, { id, version }, { ownerId }))) return { ok: false, reason: "changed-meanwhile" };
  await audit(db, {
    ...{ action: "updated", subject: "report-row", id },
    before: { ownerId: row.ownerId },
    after: { ownerId },
  });
  return { ok: true };
}

/**
 * Says which activity of the plan a row reports on, or that it is none of them. A row without an owner gets the one of
 * the activity.
 */
export async function chooseActivity(
  db: RegionDb,
  { id, version, activityId }: { id: string; version: number; activityId: string | null },
): Promise<ChangedRow> {
  const row = await findRow(db, id);
  if (!row) return { ok: false, reason: "not-found" };
  if (await isFrozen(db, row.roundId)) return { ok: false, reason: "frozen" };
  const round = await findRound(db, row.roundId);
  const activities = round?.planId && activityId ? await planActivities(db, round.planId) : [];
  const chosen = activities.find((one) => one.activityId === activityId);
  if (activityId !== null && !chosen) return { ok: false, reason: "activity-gone" };
  const ownerId = row.ownerId ?? chosen?.ownerId ?? null;
  if (!(await updateRow(db, { id, version }, { activityId, asks: false, ownerId })))
    return { ok: false, reason: "changed-meanwhile" };
  await audit(db, {
    ...{ action: "updated", subject: "report-row", id },
    before: { activityId: row.activityId, asks: row.asks, ownerId: row.ownerId },
    after: { activityId, asks: false, ownerId },
  });
  return { ok: true };
}

async function isFrozen(db: RegionDb, roundId: string): Promise<boolean> {
  await lockRound(db, roundId);
  return (await findRound(db, roundId))?.state === "submitted";
}
