import { audit } from "~/features/audit/audit.server";
import { type RowValues, setRowAreas } from "~/features/communications-plan/plan.db.server";
import { planOfKey } from "~/features/communications-plan/plan-of-key.server";
import { createPlanRow, lockRowOrder } from "~/features/communications-plan/plan-rows.db.server";
import { loggedOf, type RowRefusal, refusalOf } from "~/features/communications-plan/row-values.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type AddPlanRowResult = { ok: true; id: string } | { ok: false; reason: "not-found" | "closed" | RowRefusal };

/** Adds a row as the last of a plan, which the key of its period names. */
export async function addPlanRow(
  db: RegionDb,
  { key, cells, areaIds }: { key: string; cells: RowValues; areaIds: readonly string[] },
): Promise<AddPlanRowResult> {
  await lockRowOrder(db);
  const plan = await planOfKey(db, key);
  if (!plan) return { ok: false, reason: "not-found" };
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  const areas = [...new Set(areaIds)].sort();
  const reason = await refusalOf(db, plan, { ...cells, areaIds: areas });
  if (reason) return { ok: false, reason };
  const id = await createPlanRow(db, plan.id, cells);
  if (areas.length > 0) await setRowAreas(db, id, areas);
  await audit(db, {
    action: "created",
    subject: "plan-row",
    id,
    after: { ...(await loggedOf(db, cells)), ...(areas.length > 0 && { areaIds: areas }) },
  });
  return { ok: true, id };
}
