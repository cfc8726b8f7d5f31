import { numberIsFree } from "~/domain/regions/priority-areas";
import { audit } from "~/features/audit/audit.server";
import { createPriorityArea, priorityAreas, savePriorityArea } from "~/features/regions/regions.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Adds a priority area (`id` null), or gives one another number or name. */
export async function keepPriorityArea(
  db: RegionDb,
  { id, number, name }: { id: string | null; number: number; name: string },
): Promise<{ ok: true } | { ok: false; reason: "no-such-area" | "number-taken" }> {
  await lockRegion(db, "priority-areas");
  const areas = await priorityAreas(db);
  if (!numberIsFree(areas, number, id)) return { ok: false, reason: "number-taken" };
  const after = { number, name };
  if (id === null) {
    const created = await createPriorityArea(db, after);
    await audit(db, { action: "created", subject: "priority-area", id: created.id, after });
    return { ok: true };
  }
  const area = areas.find((each) => each.id === id);
  if (!area) return { ok: false, reason: "no-such-area" };
  await savePriorityArea(db, id, after);
  const before = { number: area.number, name: area.name };
  await audit(db, { action: "updated", subject: "priority-area", id, before, after });
  return { ok: true };
}
