import { lockPlan } from "~/features/action-plan/action-plan.db.server";
import { activitiesOf, findActivity, placeActivities } from "~/features/action-plan/activities.db.server";
import { audit } from "~/features/audit/audit.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type MovedActivity = { ok: true; name: string; place: number } | { ok: false; reason: "not-found" | "closed" };

/** Lets an activity change places with the one before or after it in its measure; the first stays first, the last last. */
export async function moveActivity(db: RegionDb, { id, by }: { id: string; by: -1 | 1 }): Promise<MovedActivity> {
  const activity = await findActivity(db, id);
  if (!activity) return { ok: false, reason: "not-found" };
  const { plan } = activity.measure.focusArea.area;
  await lockPlan(db, plan.id);
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  const order = await activitiesOf(db, activity.measureId);
  const at = order.indexOf(id);
  const to = Math.min(order.length - 1, Math.max(0, at + by));
  if (at < 0) return { ok: false, reason: "not-found" };
  order.splice(to, 0, ...order.splice(at, 1));
  await placeActivities(db, order);
  await audit(db, { action: "updated", subject: "activity", id, before: { place: at + 1 }, after: { place: to + 1 } });
  return { ok: true, name: activity.name, place: to + 1 };
}
