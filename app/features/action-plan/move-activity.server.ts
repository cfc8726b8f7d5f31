import { isUuid } from "~/domain/shared/ids";
import { lockPlan } from "~/features/action-plan/action-plan.db.server";
import { activitiesOf, findActivity, placeActivities } from "~/features/action-plan/activities.db.server";
import { audit } from "~/features/audit/audit.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type MovedActivity = { ok: true; name: string; place: number } | { ok: false; reason: "not-found" | "closed" };

/** Where an activity goes in its measure: one place up or down, or beside another. */
export type Whither = { by: -1 | 1 } | { beside: string; side: "before" | "after" };

/** Reads "<id> before" and "<id> after"; null for anything else. */
export function readWhither(value: FormDataEntryValue | null): Whither | null {
  const [beside = "", side] = String(value).split(" ");
  return isUuid(beside) && (side === "before" || side === "after") ? { beside, side } : null;
}

/** Gives an activity another place in its measure; the first stays first, the last last. */
export async function moveActivity(db: RegionDb, id: string, whither: Whither): Promise<MovedActivity> {
  const activity = await findActivity(db, id);
  if (!activity) return { ok: false, reason: "not-found" };
  const { plan } = activity.measure.focusArea.area;
  await lockPlan(db, plan.id);
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  const order = await activitiesOf(db, activity.measureId);
  const at = order.indexOf(id);
  if (at < 0 || ("beside" in whither && !order.includes(whither.beside))) return { ok: false, reason: "not-found" };
  order.splice(at, 1);
  const to =
    "by" in whither
      ? Math.min(order.length, Math.max(0, at + whither.by))
      : whither.beside === id
        ? at
        : order.indexOf(whither.beside) + (whither.side === "after" ? 1 : 0);
  order.splice(to, 0, id);
  await placeActivities(db, order);
  await audit(db, { action: "updated", subject: "activity", id, before: { place: at + 1 }, after: { place: to + 1 } });
  return { ok: true, name: activity.name, place: to + 1 };
}
