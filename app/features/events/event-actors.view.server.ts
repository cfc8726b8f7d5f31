import { isUuid } from "~/domain/shared/ids";
import { draftOrganisers, organiserIds } from "~/features/events/organiser.db.server";
import { networkActors, networkChoices, organiserChoices } from "~/features/networks/network-actors.view.server";
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

/**
 * The drafts among these events, by id, each with its title and whose editors may edit it; nobody is looked for when the
 * reader may edit `all`.
 */
export async function draftsWithActors(
  db: RegionDb,
  eventIds: readonly string[],
  { all = false }: { all?: boolean } = {},
): Promise<Map<string, { title: string; actorIds: string[] }>> {
  const drafts = eventIds.length > 0 ? await draftOrganisers(db, eventIds) : [];
  const looked = !all && drafts.length > 0;
  const actors = looked ? await organiserChoices(db) : [];
  const networks = looked ? await networkChoices(db) : [];
  const of = (choices: { id: string; actorIds: string[] }[], id: string | null) =>
    choices.find((one) => one.id === id)?.actorIds ?? [];
  return new Map(
    drafts.map(({ id, title, actorId, networkId }) => [
      id,
      { title, actorIds: [...new Set([...of(actors, actorId), ...of(networks, networkId)])] },
    ]),
  );
}
