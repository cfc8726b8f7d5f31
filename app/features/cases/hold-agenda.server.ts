import { type FoundMinutes, holdMinutes } from "~/features/cases/agenda.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The record of a meeting whose agenda can still be changed, held; null for another. */
export async function holdOpenAgenda(db: RegionDb, minutesId: string): Promise<FoundMinutes | null> {
  const minutes = await holdMinutes(db, minutesId);
  return minutes && ["planned", "agenda", "live"].includes(minutes.state) ? minutes : null;
}
