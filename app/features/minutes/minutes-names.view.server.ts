import { bodyNames, placeNames } from "~/features/minutes/minutes-import.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type MinutesNames = { places: string[]; bodies: { id: string; name: string }[] };

/** The names that minutes use: what people represent, and the governing bodies. */
export async function minutesNames(db: RegionDb): Promise<MinutesNames> {
  return { places: await placeNames(db), bodies: await bodyNames(db) };
}
