import { overlaps } from "~/domain/bodies/meeting-plan";
import { isoDay } from "~/domain/shared/days";
import { audit } from "~/features/audit/audit.server";
import { bodyOf } from "~/features/bodies/body-members.view.server";
import { isBodyFree } from "~/features/bodies/move-meeting.server";
import { timesOf } from "~/features/cases/make-minutes.server";
import {
  createMeetings,
  createPlan,
  deleteMeeting,
  type FoundPlan,
  holdPlan,
  type MeetingData,
  saveMeeting,
  savePlan,
} from "~/features/meeting-plan/meeting-plan.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** A meeting as its form says it: an ISO day, and minutes after midnight. */
export type MeetingInput = { bodyId: string; day: string; from: number; to: number; place: string; note: string };

export type MeetingRefusal =
  | "not-found"
  | "no-body"
  | "other-year"
  | "ends-before-start"
  | "no-such-time"
  | "body-meets"
  | "decided"
  | "changed-meanwhile";
type Answer = { ok: true } | { ok: false; reason: MeetingRefusal; version?: number };

const refused = (reason: MeetingRefusal) => ({ ok: false, reason }) as const;

async function judge(db: RegionDb, plan: FoundPlan | null, year: number, input: MeetingInput, id: string | null) {
  if (!(await bodyOf(db, input.bodyId))) return refused("no-body");
  if (!input.day.startsWith(`${year}-`)) return refused("other-year");
  if (input.to <= input.from) return refused("ends-before-start");
  const beside = plan?.meetings.filter((other) => other.bodyId === input.bodyId && other.id !== id) ?? [];
  if (beside.some((other) => overlaps(other, input))) return refused("body-meets");
  const times = await timesOf(db, input);
  if (!times.ok) return refused(times.reason);
  const { bodyId, day } = input;
  return (await isBodyFree(db, { ...times, bodyId, day })) ? null : refused("body-meets");
}

const dataOf = ({ day, ...input }: MeetingInput): MeetingData => ({ ...input, day: new Date(day) });

/** Adds a meeting to the plan of a year, which is made when there is none. A body cannot meet twice at once. */
export async function addMeeting(db: RegionDb, { year, ...input }: MeetingInput & { year: number }): Promise<Answer> {
  await lockRegion(db, "bodies");
  const plan = await holdPlan(db, year);
  if (plan?.state === "decided") return refused("decided");
  const against = await judge(db, plan, year, input, null);
  if (against) return against;
  const { id } = plan ?? (await createPlan(db, year));
  await createMeetings(db, id, [dataOf(input)]);
  await savePlan(db, id);
  await audit(db, {
    action: plan ? "updated" : "created",
    subject: "meeting-plan",
    id,
    after: { bodyId: input.bodyId, day: input.day },
  });
  return { ok: true };
}

/** Changes a meeting of a plan that is still at the version its form was filled from. */
export async function changeMeeting(
  db: RegionDb,
  { year, id, version, ...input }: MeetingInput & { year: number; id: string; version: number },
): Promise<Answer> {
  await lockRegion(db, "bodies");
  const plan = await holdPlan(db, year);
  const meeting = plan?.meetings.find((each) => each.id === id);
  if (!plan || !meeting) return refused("not-found");
  if (plan.state === "decided") return refused("decided");
  if (plan.version !== version) return { ...refused("changed-meanwhile"), version: plan.version };
  const against = await judge(db, plan, year, input, id);
  if (against) return against;
  await saveMeeting(db, id, dataOf(input));
  await savePlan(db, plan.id);
  const { bodyId, day, from, to, place, note } = meeting;
  await audit(db, {
    action: "updated",
    subject: "meeting-plan",
    id: plan.id,
    before: { bodyId, day, from, to, place, note },
    after: { ...input, day: isoDay(new Date(input.day)) },
  });
  return { ok: true };
}

/** Takes a meeting out of a plan that is not decided. */
export async function removeMeeting(db: RegionDb, { year, id }: { year: number; id: string }): Promise<Answer> {
  const plan = await holdPlan(db, year);
  const meeting = plan?.meetings.find((each) => each.id === id);
  if (!plan || !meeting) return refused("not-found");
  if (plan.state === "decided") return refused("decided");
  await deleteMeeting(db, id);
  await savePlan(db, plan.id);
  const { bodyId, day } = meeting;
  await audit(db, { action: "updated", subject: "meeting-plan", id: plan.id, before: { bodyId, day } });
  return { ok: true };
}
