import { isFullerName, type NameBook, nameKey } from "~/domain/actors/names";
import { bookRows } from "~/features/groups/names.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * What names in the region's plans and registers can mean: its actors and groups, what somebody has said of names, and
 * the fuller name an actor's own responsibility gives ("Vestland fylkeskommune" of "Fylkeskommune").
 */
export async function nameBook(db: RegionDb): Promise<NameBook> {
  const { actors, groups, names } = await bookRows(db);
  const said = new Set(names.map(({ words }) => words));
  const taken = new Set([...actors, ...groups].map(({ name }) => nameKey(name)));
  const fuller = actors.flatMap((actor) => {
    const words = nameKey(actor.responsibility);
    if (said.has(words) || taken.has(words) || !isFullerName(actor.responsibility, actor)) return [];
    said.add(words);
    return [{ words, actorId: actor.id, groupId: null }];
  });
  return {
    actors: actors.map(({ id, name, shortName, parentId }) => ({ id, name, shortName, parentId })),
    groups,
    names: [...names, ...fuller],
  };
}
