import {
  createMeasure,
  deleteMeasure,
  findPlan,
  listPlaces,
  lockPlan,
  nextPosition,
} from "~/features/action-plan/action-plan.db.server";
import {
  activityUses,
  countActivities,
  createActivities,
  deleteActivity,
  findActivity,
  listOwners,
  saveActivity,
} from "~/features/action-plan/activities.db.server";
import { audit } from "~/features/audit/audit.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ActivityInput = {
  name: string;
  timing: string;
  ownerId: string | null;
  owner: string;
  /** A measure that is there, or a new one of a focus area. */
  measureId: string | null;
  newMeasure: string;
  focusAreaId: string | null;
};

export type KeptActivity =
  | { ok: true; id: string }
  | {
      ok: false;
      reason:
        | "not-found"
        | "closed"
        | "changed-meanwhile"
        | "measure-gone"
        | "measure-missing"
        | "focus-area-gone"
        | "owner-gone";
    };

/** Puts an activity into the plan of a year, under a measure that is there or a new one. */
export async function addActivity(
  db: RegionDb,
  year: number,
  input: ActivityInput,
  today: string,
): Promise<KeptActivity> {
  const plan = await findPlan(db, year);
  if (!plan) return { ok: false, reason: "not-found" };
  await lockPlan(db, plan.id);
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  const columns = await columnsOf(db, plan.id, input, { today, before: null });
  if (!columns.ok) return columns;
  const position = await nextPosition(db, { measureId: columns.value.measureId });
  const [made] = await createActivities(db, [{ ...columns.value, position }]);
  if (!made) throw new Error("The activity was not made");
  await audit(db, { action: "created", subject: "activity", id: made.id, after: columns.value });
  return { ok: true, id: made.id };
}

/** Changes an activity that is still at `version`. A measure that is left without activities goes with the last of them. */
export async function changeActivity(
  db: RegionDb,
  { id, version }: { id: string; version: number },
  input: ActivityInput,
  today: string,
): Promise<KeptActivity> {
  const activity = await findActivity(db, id);
  if (!activity) return { ok: false, reason: "not-found" };
  const { plan } = activity.measure.focusArea.area;
  await lockPlan(db, plan.id);
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  if (activity.version !== version) return { ok: false, reason: "changed-meanwhile" };
  const columns = await columnsOf(db, plan.id, input, { today, before: activity.ownerId });
  if (!columns.ok) return columns;
  const moved = columns.value.measureId !== activity.measureId;
  const position = moved ? await nextPosition(db, { measureId: columns.value.measureId }) : activity.position;
  if (!(await saveActivity(db, { id, version }, { ...columns.value, position })))
    return { ok: false, reason: "changed-meanwhile" };
  if (moved && (await countActivities(db, activity.measureId)) === 0) await deleteMeasure(db, activity.measureId);
  const { name, timing, ownerId, owner, measureId } = activity;
  const before = { name, timing, ownerId, owner, measureId };
  const changed = Object.entries(columns.value).filter(([key, value]) => before[key as keyof typeof before] !== value);
  await audit(db, {
    ...{ action: "updated", subject: "activity", id },
    before: Object.fromEntries(changed.map(([key]) => [key, before[key as keyof typeof before]])),
    after: Object.fromEntries(changed),
  });
  return { ok: true, id };
}

/** Takes an activity of which nothing was said, reported or carried over out of its plan; others are dropped by a status. */
export async function removeActivity(
  db: RegionDb,
  { id, version }: { id: string; version: number },
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "closed" | "changed-meanwhile" | "used" }> {
  const activity = await findActivity(db, id);
  if (!activity) return { ok: false, reason: "not-found" };
  const { plan } = activity.measure.focusArea.area;
  await lockPlan(db, plan.id);
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  if (activity.version !== version) return { ok: false, reason: "changed-meanwhile" };
  const uses = await activityUses(db, id);
  if (uses.carried + uses.reports + uses.said > 0) return { ok: false, reason: "used" };
  await deleteActivity(db, id);
  if ((await countActivities(db, activity.measureId)) === 0) await deleteMeasure(db, activity.measureId);
  const { name, timing } = activity;
  await audit(db, { action: "removed", subject: "activity", id, before: { name, timing } });
  return { ok: true };
}

type Columns = { name: string; timing: string; ownerId: string | null; owner: string; measureId: string };

async function columnsOf(
  db: RegionDb,
  planId: string,
  input: ActivityInput,
  { today, before }: { today: string; before: string | null },
): Promise<{ ok: true; value: Columns } | Extract<KeptActivity, { ok: false }>> {
  const { name, timing, ownerId, owner } = input;
  if (ownerId !== null && ownerId !== before && !(await listOwners(db, today)).some((one) => one.id === ownerId))
    return { ok: false, reason: "owner-gone" };
  const focusAreas = (await listPlaces(db, planId)).flatMap((area) => area.focusAreas);
  const columns = { name, timing, ownerId, owner };
  if (input.newMeasure === "") {
    if (input.measureId === null) return { ok: false, reason: "measure-missing" };
    const known = focusAreas.some(({ measures }) => measures.some(({ id }) => id === input.measureId));
    return known
      ? { ok: true, value: { ...columns, measureId: input.measureId } }
      : { ok: false, reason: "measure-gone" };
  }
  const focus = focusAreas.find(({ id }) => id === input.focusAreaId);
  if (!focus) return { ok: false, reason: "focus-area-gone" };
  const same = focus.measures.find((measure) => measure.name === input.newMeasure);
  const position = await nextPosition(db, { focusAreaId: focus.id });
  const measureId =
    same?.id ?? (await createMeasure(db, { focusAreaId: focus.id, position, name: input.newMeasure, strategy: "" }));
  return { ok: true, value: { ...columns, measureId } };
}
