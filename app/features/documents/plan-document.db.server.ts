import { memberOn } from "~/features/municipalities/member-on";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How many municipalities are in the region on a day (midnight UTC). */
export async function countMunicipalities(db: RegionDb, day: Date): Promise<number> {
  return db.regionMunicipality.count({ where: memberOn(day) });
}
