import { findOwnRegion, type RegionRow } from "~/features/regions/regions.db.server";
import { oncePerTransaction, type RegionDb } from "~/platform/db/region-db.server";

/** The region the database is open in, with everything it decides for itself, for the words beside this one. */
export function ownRegion(db: RegionDb): Promise<RegionRow> {
  return oncePerTransaction(db, "region", () => findOwnRegion(db));
}

export type OwnRegion = Awaited<ReturnType<typeof ownRegion>>;
