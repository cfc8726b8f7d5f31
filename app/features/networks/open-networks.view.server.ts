import { networkView } from "~/features/networks/network.view.server";
import { readNetworks } from "~/features/networks/networks.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Row = Awaited<ReturnType<typeof readNetworks>>["rows"][number];

/** What everybody may know of who runs it: names alone. */
const names = ({ operators }: Pick<Row, "operators">) =>
  operators.map((one) => (one.kind === "actor" ? one.name : one.words));

/** The networks everybody may see, in the region's order. Nothing of persons, members, gatherings or answers. */
export async function openNetworks(db: RegionDb, { today, now }: { today: string; now: Date }) {
  const { rows } = await readNetworks(db, { today, now });
  return rows
    .filter(({ open }) => open)
    .map((row) => ({
      id: row.id,
      name: row.name,
      operators: names(row),
      stage: row.stage,
      areas: row.areas.map(({ number, name }) => ({ number, name })),
      form: row.form,
      frequency: row.frequency,
    }));
}

export type OpenNetworks = Awaited<ReturnType<typeof openNetworks>>;

/** One of them; null for one that is closed, none, or another region's, alike. */
export async function openNetwork(db: RegionDb, asked: { id: string; today: string; now: Date }) {
  const network = await networkView(db, asked);
  if (!network?.open) return null;
  const { id, name, stage, areas, audienceWords, theme, form, benefit, links, reading, period, today } = network;
  return {
    ...{ id, name, stage, audience: audienceWords, theme, form, benefit, links, reading, period, today },
    areas: areas.map(({ number, name: area }) => ({ number, name: area })),
    operators: names(network),
  };
}

export type OpenNetwork = NonNullable<Awaited<ReturnType<typeof openNetwork>>>;
