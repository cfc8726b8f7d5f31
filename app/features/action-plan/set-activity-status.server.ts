import { type ActivityState, needsReason } from "~/domain/action-plan/activity";
import { lockPlan } from "~/features/action-plan/action-plan.db.server";
import {
  findActivity,
  hasDecision,
  hasEvent,
  insertStatus,
  saveActivity,
} from "~/features/action-plan/activities.db.server";
import { audit } from "~/features/audit/audit.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

export type StatusInput = {
  id: string;
  version: number;
  state: ActivityState;
  reason: string;
  /** A link, or words. */
  evidence: string;
  eventId: string | null;
  itemId: string | null;
};

export type StatusResult =
  | { ok: true; year: number }
  | { ok: false; reason: "not-found" | "closed" | "changed-meanwhile" | "reason-missing" | "event-gone" | "item-gone" };

/**
 * Says where an activity stands, why and what shows it. What is late or given up needs a reason. It is kept beside all
 * that was said before; the plan of a year that is closed takes no more.
 */
export async function setActivityStatus(db: RegionDb, input: StatusInput, now: Date): Promise<StatusResult> {
  const { id, version, state, reason, evidence, eventId, itemId } = input;
  const activity = await findActivity(db, id);
  if (!activity) return { ok: false, reason: "not-found" };
  const { plan } = activity.measure.focusArea.area;
  await lockPlan(db, plan.id);
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  if (needsReason(state) && reason === "") return { ok: false, reason: "reason-missing" };
  if (eventId !== null && !(await hasEvent(db, eventId))) return { ok: false, reason: "event-gone" };
  if (itemId !== null && !(await hasDecision(db, itemId))) return { ok: false, reason: "item-gone" };
  if (!(await saveActivity(db, { id, version }, { state, reason, statedAt: now })))
    return { ok: false, reason: "changed-meanwhile" };
  const { personId } = accessFor(db);
  await insertStatus(db, { activityId: id, state, reason, evidence, eventId, itemId, personId, at: now });
  await audit(db, {
    ...{ action: "updated", subject: "activity", id },
    before: { state: activity.state, reason: activity.reason },
    after: { state, reason, ...(evidence && { evidence }), ...(eventId && { eventId }), ...(itemId && { itemId }) },
  });
  return { ok: true, year: plan.year };
}
