import { schoolYearOf } from "~/domain/regions/holidays";
import { listHolidays, type StoredHoliday } from "~/features/regions/holidays.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The holidays of the region that have a day in a span (ISO days, both inclusive), the first first; all without one. */
export async function holidaysIn(db: RegionDb, span?: { from: string; to: string }): Promise<StoredHoliday[]> {
  return listHolidays(db, span);
}

/** The holidays of one school year, from August to July; `year` is the one it begins in. */
export type SchoolYear = { year: number; holidays: StoredHoliday[] };

/** All the region's holidays by the school year they begin in, the newest year first. */
export async function holidaysView(db: RegionDb): Promise<SchoolYear[]> {
  const years = Map.groupBy(await listHolidays(db), ({ from }) => schoolYearOf(from));
  return [...years].map(([year, holidays]) => ({ year, holidays })).sort((a, b) => b.year - a.year);
}
