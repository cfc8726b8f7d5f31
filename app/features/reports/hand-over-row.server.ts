import { audit } from "~/features/audit/audit.server";
import {
  findRound,
  findRow,
  listRowOwners,
  lockRound,
  planActivities,
  updateRow,
} from "~/features/reports/reports.db.server";
import { setBesides } from "~/features/reports/row-activities.db.server";
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
 * Says which activity of the plan a row reports on, or that it is none of them, and which it speaks of besides. A row
 * without an owner gets the one of the activity.
 */
export async function chooseActivity(
  db: RegionDb,
  { id, version, ...chosen }: { id: string; version: number; activityId: string | null; besides?: readonly string[] },
): Promise<ChangedRow> {
  const row = await findRow(db, id);
  if (!row) return { ok: false, reason: "not-found" };
  if (await isFrozen(db, row.roundId)) return { ok: false, reason: "frozen" };
  const round = await findRound(db, row.roundId);
  const [first, ...others] = [...new Set([chosen.activityId, ...(chosen.besides ?? [])])].filter((one) => one !== null);
  const activities = round?.planId && first ? await planActivities(db, round.planId) : [];
  const planned = new Map(activities.map((one) => [one.activityId, one]));
  if ([first, ...others].some((one) => one !== undefined && !planned.has(one)))
    return { ok: false, reason: "activity-gone" };
  const [activityId, besides] = [first ?? null, others.toSorted()];
  const ownerId = row.ownerId ?? planned.get(activityId ?? "")?.ownerId ?? null;
  if (!(await updateRow(db, { id, version }, { activityId, asks: false, ownerId })))
    return { ok: false, reason: "changed-meanwhile" };
  await setBesides(db, id, besides);
  await audit(db, {
    ...{ action: "updated", subject: "report-row", id },
    before: { activityId: row.activityId, besides: row.besides, asks: row.asks, ownerId: row.ownerId },
    after: { activityId, besides, asks: false, ownerId },
  });
  return { ok: true };
}

async function isFrozen(db: RegionDb, roundId: string): Promise<boolean> {
  await lockRound(db, roundId);
  return (await findRound(db, roundId))?.state === "submitted";
}
