import { audit } from "~/features/audit/audit.server";
import { valuesOf } from "~/features/communications-plan/edit-plan-row.server";
import { deletePlanRow, lockRowOrder, rowUses } from "~/features/communications-plan/plan-rows.db.server";
import { rowOfPeriod } from "~/features/communications-plan/row-of-period.server";
import { loggedOf } from "~/features/communications-plan/row-values.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type RemovePlanRowResult =
  | { ok: true }
  | { ok: false; reason: "not-found" | "closed" | "changed-meanwhile" }
  /** Events or publications were made from it, cancelled ones included. */
  | { ok: false; reason: "in-use"; events: number; publications: number };

/**
 * Removes a row that is still at `version` and that nothing was made from. What is said of it goes with it: who has a
 * part in it, how its times went, its priority areas.
 */
export async function removePlanRow(
  db: RegionDb,
  { key, id, version }: { key: string; id: string; version: number },
): Promise<RemovePlanRowResult> {
  await lockRowOrder(db);
  const row = await rowOfPeriod(db, key, id);
  if (!row) return { ok: false, reason: "not-found" };
  if (row.plan.state === "closed") return { ok: false, reason: "closed" };
  const { events, publications } = await rowUses(db, id);
  if (events + publications > 0) return { ok: false, reason: "in-use", events, publications };
  if (row.version !== version || !(await deletePlanRow(db, id, version)))
    return { ok: false, reason: "changed-meanwhile" };
  await audit(db, { action: "removed", subject: "plan-row", id, before: await loggedOf(db, valuesOf(row)) });
  return { ok: true };
}
