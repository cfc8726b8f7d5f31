import { audit } from "~/features/audit/audit.server";
import { deleteHoliday, findHoliday } from "~/features/regions/holidays.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Removes a holiday. Returns its name. */
export async function removeHoliday(
  db: RegionDb,
  id: string,
): Promise<{ ok: true; name: string } | { ok: false; reason: "not-found" }> {
  const holiday = await findHoliday(db, id);
  if (!holiday || !(await deleteHoliday(db, id))) return { ok: false, reason: "not-found" };
  const { id: _, ...before } = holiday;
  await audit(db, { action: "removed", subject: "holiday", id, before });
  return { ok: true, name: holiday.name };
}
