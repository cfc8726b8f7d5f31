import { timeOf } from "~/domain/regions/clock-minutes";
import { audit } from "~/features/audit/audit.server";
import { bodyOf } from "~/features/bodies/body-members.view.server";
import { isBodyFree } from "~/features/bodies/move-meeting.server";
import { makeMinutes, timesOf } from "~/features/cases/make-minutes.server";
import { queueCase } from "~/features/cases/queue-case.server";
import { makeEvent } from "~/features/events/create-event.server";
import { eventFormSchema } from "~/features/events/event-form.schema";
import {
  type FoundPlan,
  holdPlan,
  type PlannedMeeting,
  saveMeeting,
  savePlan,
} from "~/features/meeting-plan/meeting-plan.db.server";
import { planAsCase } from "~/features/meeting-plan/plan-words";
import { m } from "~/i18n/messages/messages";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Whether a case is under way: it waits, or is on an agenda. */
export const isUnderWay = ({ case: asked }: Pick<FoundPlan, "case">) =>
  asked?.state === "queued" || asked?.state === "on_agenda";

/** Puts the plan of a year in a body's queue, as the case it is decided as. */
export async function queuePlan(
  db: RegionDb,
  { year, bodyId }: { year: number; bodyId: string },
): Promise<
  { ok: true; id: string } | { ok: false; reason: "not-found" | "no-body" | "empty" | "decided" | "case-open" }
> {
  const plan = await holdPlan(db, year);
  if (!plan) return { ok: false, reason: "not-found" };
  if (plan.state === "decided") return { ok: false, reason: "decided" };
  if (isUnderWay(plan)) return { ok: false, reason: "case-open" };
  if (plan.meetings.length === 0) return { ok: false, reason: "empty" };
  const queued = await queueCase(db, { bodyId, ...planAsCase(plan) });
  if (!queued.ok) return { ok: false, reason: "no-body" };
  await savePlan(db, plan.id, { caseId: queued.id });
  await audit(db, { action: "updated", subject: "meeting-plan", id: plan.id, after: { year, caseId: queued.id } });
  return queued;
}

export type DecideRefusal =
  | { ok: false; reason: "not-found" | "empty" | "decided" | "case-open" }
  /** The body has a meeting at that time already, made since the plan. */
  | { ok: false; reason: "body-meets"; meeting: PlannedMeeting };

/**
 * Turns a plan into meetings, once it is decided: each gets its record with an agenda to fill, and those to come an
 * event, a draft that nobody is told of, for the members of the body. All of them, or none.
 */
export async function decidePlan(
  db: RegionDb,
  { year, responsibleId, zone, now }: { year: number; responsibleId: string; zone: string; now: Date },
): Promise<{ ok: true; meetings: number; events: number } | DecideRefusal> {
  await lockRegion(db, "bodies");
  const plan = await holdPlan(db, year);
  if (!plan) return { ok: false, reason: "not-found" };
  if (plan.state === "decided") return { ok: false, reason: "decided" };
  if (isUnderWay(plan)) return { ok: false, reason: "case-open" };
  if (plan.meetings.length === 0) return { ok: false, reason: "empty" };
  for (const meeting of plan.meetings) {
    const times = await timesOf(db, meeting);
    const { bodyId, day } = meeting;
    if (!times.ok || !(await isBodyFree(db, { ...times, bodyId, day })))
      return { ok: false, reason: "body-meets", meeting };
  }
  let events = 0;
  for (const meeting of plan.meetings) {
    const eventId = await eventFor(db, meeting, { responsibleId, zone, now });
    if (eventId) events += 1;
    const { bodyId, day, from, to, place } = meeting;
    const made = await makeMinutes(db, { bodyId, day, from, to, place, eventId });
    if (!made.ok) throw new Error(`A meeting that was free is not: ${made.reason}`);
    await saveMeeting(db, meeting.id, { minutesId: made.id });
  }
  await savePlan(db, plan.id, { state: "decided" });
  await audit(db, {
    action: "approved",
    subject: "meeting-plan",
    id: plan.id,
    after: { year, meetings: plan.meetings.length, events },
  });
  return { ok: true, meetings: plan.meetings.length, events };
}

/** The draft of a meeting's event; null for one that has been. */
async function eventFor(
  db: RegionDb,
  { bodyId, body, day, from, to, place }: PlannedMeeting,
  { responsibleId, zone, now }: { responsibleId: string; zone: string; now: Date },
): Promise<string | null> {
  const owner = await bodyOf(db, bodyId);
  const form = eventFormSchema().parse({
    ...{ kind: "meeting", title: m.bodies_meeting_of({ body }), date: day, place },
    ...{ start: timeOf(from), end: timeOf(to) },
  });
  const made = await makeEvent(db, {
    ...{ form, bodyId, planRowId: null, responsibleId, zone, now },
    organiser: { actorId: owner?.actorId ?? null, networkId: null },
    details: {
      columns: {
        ...{ language: null, audienceKind: "body_members" as const, audienceId: null },
        ...{ joinLink: "", open: false, callsDeputies: true },
      },
      ...{ organiserIds: [], areaIds: [], partnerIds: [] },
    },
  });
  if (made.ok) return made.id;
  if (made.reason === "in-the-past") return null;
  throw new Error(`The event of a meeting was refused: ${made.reason}`);
}
