import { audit } from "~/features/audit/audit.server";
import { findPlanRow, type PlanCells, savePlanRow } from "~/features/communications-plan/plan.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type EditPlanRowResult =
  | { ok: true; changed: boolean }
  | { ok: false; reason: "not-found" }
  /** Somebody else saved meanwhile; `now` is what stands. */
  | { ok: false; reason: "changed-meanwhile"; now: { version: number; cells: PlanCells } };

/**
 * Saves the cells of a plan row that is still at `version`, and raises it by one. The cells as imported are left as
 * they are, so that the next import sees that a person has been here. Cells as they were are no change.
 */
export async function editPlanRow(
  db: RegionDb,
  { id, version, cells }: { id: string; version: number; cells: PlanCells },
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
  if (changed.length === 0) return { ok: true, changed: false };
  if (!(await savePlanRow(db, id, version, cells))) {
    const stands = await findPlanRow(db, id);
    return stands ? refused(stands) : { ok: false, reason: "not-found" };
  }
  await audit(db, {
    action: "updated",
    subject: "plan-row",
    id,
    before: pick(before, changed),
    after: pick(cells, changed),
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
