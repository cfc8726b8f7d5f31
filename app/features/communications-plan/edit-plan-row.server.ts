import { audit } from "~/features/audit/audit.server";
import {
  findPlanRow,
  type PlanCells,
  type RowValues,
  savePlanRow,
  setRowAreas,
} from "~/features/communications-plan/plan.db.server";
import { loggedOf, type RowRefusal, refusalOf } from "~/features/communications-plan/row-values.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type EditPlanRowResult =
  | { ok: true; changed: boolean }
  | { ok: false; reason: "not-found" | "closed" | RowRefusal }
  /** Somebody else saved meanwhile; `now` is what stands. */
  | { ok: false; reason: "changed-meanwhile"; now: { version: number; cells: RowValues; areaIds: string[] } };

/**
 * Saves what is given of a plan row that is still at `version`, and raises it by one; what is left out stays. The cells
 * as imported are left as they are, so that the next import sees that a person has been here. Values as they were are no
 * change. `areaIds` are the priority areas chosen for it; none means that its words are read.
 */
export async function editPlanRow(
  db: RegionDb,
  {
    id,
    version,
    cells,
    areaIds,
  }: {
    id: string;
    version: number;
    cells: PlanCells & Partial<RowValues>;
    areaIds?: readonly string[];
  },
): Promise<EditPlanRowResult> {
  const row = await findPlanRow(db, id);
  if (!row) return { ok: false, reason: "not-found" };
  if (row.plan.state === "closed") return { ok: false, reason: "closed" };
  const refused = (stands: typeof row): EditPlanRowResult => ({
    ok: false,
    reason: "changed-meanwhile",
    now: { version: stands.version, cells: valuesOf(stands), areaIds: areasOf(stands) },
  });
  if (row.version !== version) return refused(row);
  const before = valuesOf(row);
  const changed = valueKeys.filter((key) => cells[key] !== undefined && before[key] !== cells[key]);
  const areasBefore = areasOf(row);
  const areas = [...new Set(areaIds ?? areasBefore)].sort();
  const areasChanged = areas.join() !== areasBefore.join();
  if (changed.length === 0 && !areasChanged) return { ok: true, changed: false };
  const wanted = pick(cells, changed);
  const reason = await refusalOf(db, row.plan, { ...wanted, ...(areasChanged && { areaIds: areas }) });
  if (reason) return { ok: false, reason };
  if (!(await savePlanRow(db, id, version, wanted))) {
    const stands = await findPlanRow(db, id);
    return stands ? refused(stands) : { ok: false, reason: "not-found" };
  }
  if (areasChanged) await setRowAreas(db, id, areas);
  await audit(db, {
    action: "updated",
    subject: "plan-row",
    id,
    before: { ...(await loggedOf(db, pick(before, changed))), ...(areasChanged && { areaIds: areasBefore }) },
    after: { ...(await loggedOf(db, wanted)), ...(areasChanged && { areaIds: areas }) },
  });
  return { ok: true, changed: true };
}

const valueKeys = [
  "channel",
  "goal",
  "theme",
  "timing",
  "responsible",
  "audience",
  "channelId",
  "audienceId",
  "notes",
] as const satisfies (keyof RowValues)[];

/** All that is written of a row. */
export function valuesOf(row: RowValues): RowValues {
  const { channel, goal, theme, timing, responsible, audience, channelId, audienceId, notes } = row;
  return { channel, goal, theme, timing, responsible, audience, channelId, audienceId, notes };
}

const areasOf = (row: { priorityAreas: { priorityAreaId: string }[] }) =>
  row.priorityAreas.map(({ priorityAreaId }) => priorityAreaId).sort();

function pick(values: Partial<RowValues>, keys: readonly (keyof RowValues)[]): Partial<RowValues> {
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}
