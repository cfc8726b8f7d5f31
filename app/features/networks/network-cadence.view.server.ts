import { cadencesOfNetworks, findNetwork } from "~/features/networks/networks.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What days for a network's gatherings are found by: the words of its form, and whom it is for. Null for none such. */
export async function networkToPropose(db: RegionDb, id: string) {
  const network = await findNetwork(db, id);
  if (!network) return null;
  const { name, form, audience, audienceId } = network;
  return { id: network.id, name, form, whom: { audienceId, cell: audience } };
}

/** All networks in the region's order, by what gatherings are planned from: the words of form and audience, and who runs it. */
export async function networksToPlan(db: RegionDb) {
  return cadencesOfNetworks(db);
}
