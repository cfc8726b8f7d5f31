import { audit } from "~/features/audit/audit.server";
import { priorityAreas, removePriorityArea } from "~/features/regions/regions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Removes a priority area. */
export async function dropPriorityArea(
  db: RegionDb,
  id: string,
): Promise<{ ok: true; name: string } | { ok: false; reason: "no-such-area" }> {
  const area = (await priorityAreas(db)).find((each) => each.id === id);
  if (!area) return { ok: false, reason: "no-such-area" };
  await removePriorityArea(db, id);
  const before = { number: area.number, name: area.name };
  await audit(db, { action: "removed", subject: "priority-area", id, before });
  return { ok: true, name: area.name };
}
