import { type HolidayDays, standing } from "~/domain/regions/holidays";
import { audit } from "~/features/audit/audit.server";
import { createHolidays, listHolidays } from "~/features/regions/holidays.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Keeps others from changing the region's holidays until the work is over. Returns them as they are. */
export async function lockHolidays(db: RegionDb) {
  await lockRegion(db, "holidays");
  return listHolidays(db);
}

/** Adds one holiday, unless it is there already or one of its name has some of the same days. */
export async function addHoliday(
  db: RegionDb,
  holiday: HolidayDays,
): Promise<{ ok: true } | { ok: false; reason: "same" | "overlaps"; other: HolidayDays }> {
  const found = standing(holiday, await lockHolidays(db));
  if (found.kind === "same" || found.kind === "overlaps") return { ok: false, reason: found.kind, other: found.other };
  await addHolidays(db, [holiday]);
  return { ok: true };
}

/** Adds holidays that have been judged, under `lockHolidays`. */
export async function addHolidays(db: RegionDb, holidays: readonly HolidayDays[]): Promise<void> {
  const ids = await createHolidays(db, holidays);
  await audit(
    db,
    ...holidays.flatMap((after, at) => {
      const id = ids[at];
      return id ? [{ action: "created" as const, subject: "holiday" as const, id, after }] : [];
    }),
  );
}
