import { audit } from "~/features/audit/audit.server";
import {
  findPlanRow,
  listPriorityAreas,
  type PlanCells,
  savePlanRow,
  setRowAreas,
} from "~/features/communications-plan/plan.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type EditPlanRowResult =
  | { ok: true; changed: boolean }
  | { ok: false; reason: "not-found" }
  /** A priority area that was chosen is no longer there. */
  | { ok: false; reason: "area-gone" }
  /** Somebody else saved meanwhile; `now` is what stands. */
  | { ok: false; reason: "changed-meanwhile"; now: { version: number; cells: PlanCells } };

/**
 * Saves the cells of a plan row that is still at `version`, and raises it by one. The cells as imported are left as
 * they are, so that the next import sees that a person has been here. Cells as they were are no change. `areaIds` are
 * the priority areas chosen for it; none means that its words are read, and without the list they stay as they are.
 */
export async function editPlanRow(
  db: RegionDb,
  { id, version, cells, areaIds }: { id: string; version: number; cells: PlanCells; areaIds?: readonly string[] },
): Promise<EditPlanRowResult> {
  const row = await findPlanRow(db, id);
  if (!row) return { ok: false, reason: "not-found" };
  const refused = (stands: typeof row): EditPlanRowResult => ({
    ok: false,
    reason: "changed-meanwhile",
    now: { version: stands.version, cells: cellsOf(stands) },
  });
  if (row.version !== version) return refused(row);
  const before = cellsOf(row);
  const changed = cellKeys.filter((cell) => before[cell] !== cells[cell]);
  const areasBefore = row.priorityAreas.map(({ priorityAreaId }) => priorityAreaId).sort();
  const areas = [...new Set(areaIds ?? areasBefore)].sort();
  const areasChanged = areas.join() !== areasBefore.join();
  if (changed.length === 0 && !areasChanged) return { ok: true, changed: false };
  if (areasChanged) {
    const known = (await listPriorityAreas(db)).map((area) => area.id);
    if (areas.some((area) => !known.includes(area))) return { ok: false, reason: "area-gone" };
  }
  if (!(await savePlanRow(db, id, version, cells))) {
    const stands = await findPlanRow(db, id);
    return stands ? refused(stands) : { ok: false, reason: "not-found" };
  }
  if (areasChanged) await setRowAreas(db, id, areas);
  await audit(db, {
    action: "updated",
    subject: "plan-row",
    id,
    before: { ...pick(before, changed), ...(areasChanged && { areaIds: areasBefore }) },
    after: { ...pick(cells, changed), ...(areasChanged && { areaIds: areas }) },
  });
  return { ok: true, changed: true };
}

const cellKeys = ["channel", "goal", "theme", "timing", "responsible", "audience"] as const;

function cellsOf(row: PlanCells): PlanCells {
  const { channel, goal, theme, timing, responsible, audience } = row;
  return { channel, goal, theme, timing, responsible, audience };
}

function pick(cells: PlanCells, keys: readonly (keyof PlanCells)[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, cells[key]]));
}
