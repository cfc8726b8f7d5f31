import type { OfficeHours } from "~/domain/regions/office-hours";
import { addDays } from "~/domain/shared/days";
import { listHolidays } from "~/features/regions/holidays.db.server";
import { findOwnRegion } from "~/features/regions/regions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** More days than anything is looked for before and after. */
const reach = 400;

/** The region's office hours, with the days it is closed around some instants. `known` spares reading the region. */
export async function officeHoursOf(
  db: RegionDb,
  around: readonly Date[],
  known?: Awaited<ReturnType<typeof findOwnRegion>>,
): Promise<OfficeHours> {
  const region = known ?? (await findOwnRegion(db));
  const days = around.map((at) => at.toISOString().slice(0, 10)).sort();
  const span = { from: addDays(days[0] ?? "", -reach), to: addDays(days.at(-1) ?? "", reach) };
  return hoursOf(region, await listHolidays(db, span));
}

/** A region's office hours, where its holidays have been read already. */
export function hoursOf(
  region: Awaited<ReturnType<typeof findOwnRegion>>,
  holidays: Awaited<ReturnType<typeof listHolidays>>,
): OfficeHours {
  const { zone, officeOpens: opens, officeCloses: closes, easterClosed } = region;
  return { zone, opens, closes, easterClosed, closed: holidays.filter(({ kind }) => kind === "closed") };
}
