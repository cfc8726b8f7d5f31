import { liesOutside } from "~/domain/communications-plan/outside";
import { periodKey } from "~/domain/communications-plan/period";
import { type Place, putBeside } from "~/domain/communications-plan/row-order";
import { parseTiming } from "~/domain/timing";
import { audit } from "~/features/audit/audit.server";
import { savePlanRow } from "~/features/communications-plan/plan.db.server";
import { planOfKey } from "~/features/communications-plan/plan-of-key.server";
import { lockRowOrder, nextPosition, orderRows, rowOrder } from "~/features/communications-plan/plan-rows.db.server";
import { rowOfPeriod } from "~/features/communications-plan/row-of-period.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type PlacePlanRowResult = { ok: true } | { ok: false; reason: "not-found" | "closed" };

/** Puts a row of the plan of this key right before or after another of its rows. */
export async function placePlanRow(
  db: RegionDb,
  { key, id, ...place }: { key: string; id: string } & Place,
): Promise<PlacePlanRowResult> {
  await lockRowOrder(db);
  const row = await rowOfPeriod(db, key, id);
  if (!row) return { ok: false, reason: "not-found" };
  if (row.plan.state === "closed") return { ok: false, reason: "closed" };
  const order = await rowOrder(db, row.plan.id);
  const wanted = putBeside(order, id, place);
  if (!wanted) return { ok: false, reason: "not-found" };
  const [before, after] = [order.indexOf(id) + 1, wanted.indexOf(id) + 1];
  if (before === after) return { ok: true };
  await orderRows(db, wanted);
  await audit(db, {
    action: "updated",
    subject: "plan-row",
    id,
    before: { position: String(before) },
    after: { position: String(after) },
  });
  return { ok: true };
}

export type MovePlanRowResult =
  | { ok: true; key: string }
  | { ok: false; reason: "not-found" | "closed" | "same-plan" | "no-such-plan" | "changed-meanwhile" }
  /** Its words say another time than the period it was to be moved to. */
  | { ok: false; reason: "outside-period"; period: { from: string; to: string } };

/**
 * Moves a row that is still at `version` to another plan of the region, as its last row, with all that is said of it
 * and that was made from it. `to` is the key of that plan's period.
 */
export async function movePlanRow(
  db: RegionDb,
  { key, id, version, to }: { key: string; id: string; version: number; to: string },
): Promise<MovePlanRowResult> {
  await lockRowOrder(db);
  const row = await rowOfPeriod(db, key, id);
  if (!row) return { ok: false, reason: "not-found" };
  const plan = await planOfKey(db, to);
  if (!plan) return { ok: false, reason: "no-such-plan" };
  if (plan.id === row.plan.id) return { ok: false, reason: "same-plan" };
  if (plan.state === "closed" || row.plan.state === "closed") return { ok: false, reason: "closed" };
  const period = { from: plan.from, to: plan.to };
  if (liesOutside(parseTiming(row.timing, period), period)) return { ok: false, reason: "outside-period", period };
  const place = { planId: plan.id, position: await nextPosition(db, plan.id) };
  if (!(await savePlanRow(db, id, version, place))) return { ok: false, reason: "changed-meanwhile" };
  await audit(db, {
    action: "updated",
    subject: "plan-row",
    id,
    before: { period: periodKey(row.plan) },
    after: { period: plan.key },
  });
  return { ok: true, key: plan.key };
}
