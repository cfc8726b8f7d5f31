import {
  createArea,
  createFocusArea,
  deleteFocusArea,
  type FocusAreaColumns,
  findFocusArea,
  findPlan,
  listPlaces,
  listPriorityAreas,
  lockPlan,
  nextPosition,
  saveFocusArea,
} from "~/features/action-plan/action-plan.db.server";
import { audit } from "~/features/audit/audit.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type FocusAreaInput = FocusAreaColumns & { priorityAreaId: string };

export type KeptFocusArea =
  | { ok: true; id: string }
  | { ok: false; reason: "not-found" | "closed" | "changed-meanwhile" | "area-gone" | "used" };

/** Puts a focus area into the plan of a year, under one of the region's priority areas. */
export async function addFocusArea(db: RegionDb, year: number, input: FocusAreaInput): Promise<KeptFocusArea> {
  const plan = await findPlan(db, year);
  if (!plan) return { ok: false, reason: "not-found" };
  await lockPlan(db, plan.id);
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  const areaId = await areaOf(db, plan.id, input.priorityAreaId);
  if (areaId === null) return { ok: false, reason: "area-gone" };
  const { priorityAreaId: _, ...columns } = input;
  const id = await createFocusArea(db, { ...columns, areaId, position: await nextPosition(db, { areaId }) });
  await audit(db, {
    action: "created",
    subject: "action-plan",
    id: plan.id,
    after: { focusAreaId: id, name: input.name },
  });
  return { ok: true, id };
}

/** Changes a focus area that is still at `version`. */
export async function changeFocusArea(
  db: RegionDb,
  { id, version }: { id: string; version: number },
  input: FocusAreaInput,
): Promise<KeptFocusArea> {
  const focus = await findFocusArea(db, id);
  if (!focus) return { ok: false, reason: "not-found" };
  const { plan } = focus.area;
  await lockPlan(db, plan.id);
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  const areaId = await areaOf(db, plan.id, input.priorityAreaId);
  if (areaId === null) return { ok: false, reason: "area-gone" };
  const { priorityAreaId: _, ...columns } = input;
  if (!(await saveFocusArea(db, { id, version }, { ...columns, areaId })))
    return { ok: false, reason: "changed-meanwhile" };
  const changed = (Object.keys(columns) as (keyof FocusAreaColumns)[]).filter((key) => focus[key] !== columns[key]);
  const pick = (from: FocusAreaColumns) =>
    Object.fromEntries(changed.map((key) => [key, from[key]?.toString() ?? null]));
  await audit(db, {
    ...{ action: "updated", subject: "action-plan", id: plan.id },
    before: { focusAreaId: id, ...pick(focus) },
    after: { focusAreaId: id, ...pick(columns) },
  });
  return { ok: true, id };
}

/** Takes a focus area without measures and projects away. */
export async function removeFocusArea(db: RegionDb, id: string): Promise<KeptFocusArea> {
  const focus = await findFocusArea(db, id);
  if (!focus) return { ok: false, reason: "not-found" };
  const { plan } = focus.area;
  await lockPlan(db, plan.id);
  if (plan.state === "closed") return { ok: false, reason: "closed" };
  if (focus.measures.length > 0 || focus._count.projects > 0) return { ok: false, reason: "used" };
  await deleteFocusArea(db, id);
  await audit(db, {
    action: "removed",
    subject: "action-plan",
    id: plan.id,
    before: { focusAreaId: id, name: focus.name },
  });
  return { ok: true, id };
}

/** The plan's part for a priority area of the region, made when it is not there; null for one the region does not have. */
async function areaOf(db: RegionDb, planId: string, priorityAreaId: string): Promise<string | null> {
  const areas = await listPlaces(db, planId);
  const known = areas.find((area) => area.priorityAreaId === priorityAreaId);
  if (known) return known.id;
  if (!(await listPriorityAreas(db)).some(({ id }) => id === priorityAreaId)) return null;
  const position = Math.max(-1, ...areas.map((area) => area.position)) + 1;
  return createArea(db, { planId, priorityAreaId, position, body: "" });
}
