import { scheduleWake } from "~/features/regions/regions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Has the region's rules look at what there is to do at this moment, if they would not have looked earlier. */
export async function wakeRegion(db: RegionDb, at: Date): Promise<void> {
  await scheduleWake(db, at);
}
