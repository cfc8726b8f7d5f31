import { membershipsOfMunicipality } from "~/features/networks/network-members.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The networks a municipality is in on a day (midnight UTC), in the region's order; `joined` is "YYYY-MM-DD". */
export async function networksOfMunicipality(
  db: RegionDb,
  municipalityId: string,
  day: Date,
): Promise<{ id: string; name: string; operators: string; joined: string }[]> {
  const memberships = await membershipsOfMunicipality(db, municipalityId, day);
  return memberships.map(({ joinedOn, network }) => ({ ...network, joined: joinedOn.toISOString().slice(0, 10) }));
}
