import { findOwnRegion } from "~/features/regions/regions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The region the database is open in, with everything it decides for itself, for the words beside this one. */
export async function ownRegion(db: RegionDb) {
  return findOwnRegion(db);
}

export type OwnRegion = Awaited<ReturnType<typeof ownRegion>>;
