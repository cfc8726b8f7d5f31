import { wakeRegion } from "~/features/automation/rules.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Has the region's rules looked at at once, since something they go by was changed. */
export function wakeAutomation(db: RegionDb, now: Date): Promise<void> {
  return wakeRegion(db, now);
}
