import { isUuid } from "~/domain/shared/ids";
import { organiserIds } from "~/features/events/organiser.db.server";
import { networkActors, organiserChoices } from "~/features/networks/network-actors.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Whose editors may edit an event: the actor that holds it, those that run the network it is a gathering of, and what
 * these are units of; nobody is looked for when the reader may edit `all`. Null when there is no such event.
 */
export async function eventActors(
  db: RegionDb,
  eventId: string,
  { all = false }: { all?: boolean } = {},
): Promise<string[] | null> {
  const event = isUuid(eventId) ? await organiserIds(db, eventId) : null;
  if (!event) return null;
  if (all) return [];
  const held = event.actorId
    ? ((await organiserChoices(db)).find(({ id }) => id === event.actorId)?.actorIds ?? [])
    : [];
  const network = event.networkId ? ((await networkActors(db, event.networkId)) ?? []) : [];
  return [...new Set([...held, ...network])];
}
