import { stageOf } from "~/domain/networks/stage";
import { areaWords, stageNames } from "~/features/networks/network-words";
import {
  listActors,
  listNetworks,
  listPriorityAreas,
  type StoredNetwork,
} from "~/features/networks/networks.db.server";
import { areasOf } from "~/features/networks/networks.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A network with the columns a plan document has of it: the words of the register, else what somebody has chosen. */
export type RegisteredNetwork = Pick<
  StoredNetwork,
  "id" | "name" | "operators" | "status" | "audience" | "theme" | "form" | "benefit" | "links"
> & { areaIds: string[] };

/** Every network of the region in its order, and the region's priority areas. */
export async function networkRegister(
  db: RegionDb,
): Promise<{ networks: RegisteredNetwork[]; areas: Awaited<ReturnType<typeof listPriorityAreas>> }> {
  const [stored, areas] = [await listNetworks(db), await listPriorityAreas(db)];
  const chosen = stored.some(({ operators, runBy }) => operators === "" && runBy.length > 0);
  const names = new Map((chosen ? await listActors(db) : []).map(({ id, name }) => [id, name]));
  const networks = stored.map((network) => {
    const { id, name, operators, status, audience, theme, form, benefit, links, runBy } = network;
    const about = areasOf(network, areas);
    const stage = stageOf(network);
    return {
      ...{ id, name, audience, form, benefit, links },
      operators: operators || runBy.flatMap(({ actorId }) => names.get(actorId) ?? []).join("\n"),
      status: status || (stage ? stageNames[stage]() : ""),
      theme: theme || areaWords(about),
      areaIds: about.map((area) => area.id),
    };
  });
  return { networks, areas };
}
