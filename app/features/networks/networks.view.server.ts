import { countNetworks, findNetwork, networksPage, pageSize } from "~/features/networks/networks.db.server";
import { readTiming } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A network has no period of its own: what its words say of the year is placed in the year at hand. */
const yearOf = (today: string) => ({ from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` });

/** One page of networks; `frequency` is what the words of their form say about how often. */
export async function networksView(db: RegionDb, { after, today }: { after: string | null; today: string }) {
  const [found, total] = [await networksPage(db, after), await countNetworks(db)];
  const networks = found
    .slice(0, pageSize)
    .map((network) => ({ ...network, frequency: readTiming(network.form, yearOf(today)).meaning }));
  return { networks, total, next: found.length > pageSize ? (networks.at(-1)?.id ?? null) : null };
}

export type NetworksView = Awaited<ReturnType<typeof networksView>>;

/** One network, and what the words of its form were read as; null when there is none. */
export async function networkDetail(db: RegionDb, { id, today }: { id: string; today: string }) {
  const network = await findNetwork(db, id);
  return network && { ...network, reading: readTiming(network.form, yearOf(today)), period: yearOf(today), today };
}

export type NetworkDetail = NonNullable<Awaited<ReturnType<typeof networkDetail>>>;
