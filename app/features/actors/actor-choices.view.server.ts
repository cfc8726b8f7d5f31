import { allActors } from "~/features/actors/actors.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ActorChoice = { id: string; name: string; parentId: string | null; actorIds: string[] };

/**
 * The actors something can be from, in the region's order, each with whose editors may edit what is its own: itself and
 * what it is a unit of.
 */
export async function actorChoices(db: RegionDb): Promise<ActorChoice[]> {
  const actors = await allActors(db);
  return actors.map(({ id, name, parentId }) => ({
    ...{ id, name, parentId },
    actorIds: parentId === null ? [id] : [id, parentId],
  }));
}
