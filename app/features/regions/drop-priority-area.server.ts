import { audit } from "~/features/audit/audit.server";
import { hasActionPlan, priorityAreas, removePriorityArea } from "~/features/regions/regions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Removes a priority area, where no action plan stands on it. */
export async function dropPriorityArea(
  db: RegionDb,
  id: string,
): Promise<{ ok: true; name: string } | { ok: false; reason: "no-such-area" | "in-action-plan" }> {
  const area = (await priorityAreas(db)).find((each) => each.id === id);
  if (!area) return { ok: false, reason: "no-such-area" };
  if (await hasActionPlan(db, id)) return { ok: false, reason: "in-action-plan" };
  await removePriorityArea(db, id);
  const before = { number: area.number, name: area.name };
  await audit(db, { action: "removed", subject: "priority-area", id, before });
  return { ok: true, name: area.name };
}
