import { actorsOfGroups } from "~/domain/groups/inside";
import { allGroups } from "~/features/groups/group-choices.db.server";
import { actorMembersOn } from "~/features/groups/groups.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * The actors of every group on a day (midnight UTC): members that are actors, those that persons represent, and those
 * of the groups inside. A group without any is left out, and one that does not stand on the day has none.
 */
export async function groupActors(db: RegionDb, day: Date): Promise<Map<string, string[]>> {
  return actorsOfGroups(await actorMembersOn(db, day));
}

/** The groups by name, each with the actor it belongs to; with a day (midnight UTC) those that have not ended by then. */
export async function groupChoices(db: RegionDb, day: Date | null = null) {
  const groups = await allGroups(db, day);
  return groups.map(({ id, name, kind, actor }) => ({ id, name, kind, actor: actor?.name ?? null }));
}
