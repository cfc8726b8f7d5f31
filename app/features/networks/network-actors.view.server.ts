import { type NameBook, readNames } from "~/domain/actors/names";
import { kept } from "~/domain/shared/kept";
import { nameBook } from "~/features/groups/name-book.view.server";
import { findNetwork, type ListedActor, listActors, listNetworks } from "~/features/networks/networks.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** One that runs a network: an actor, or words that name one nobody knows. */
export type Operator =
  | { kind: "actor"; id: string; name: string; short: string; outside: boolean }
  | { kind: "words"; words: string; unknown: boolean };

/** What operators are read by: the actors, and how they are written. */
export type ActorBook = { actors: ListedActor[]; byId: Map<string, ListedActor>; names: NameBook };

export async function actorBook(db: RegionDb): Promise<ActorBook> {
  const actors = await listActors(db);
  return { actors, byId: new Map(actors.map((actor) => [actor.id, actor])), names: await nameBook(db) };
}

type WithOperators = { operators: string; runBy: { actorId: string }[] };

/** The actors that run a network: those somebody has chosen, else those its words name. */
export function operatorIds({ operators, runBy }: WithOperators, { names }: ActorBook): string[] {
  return runBy.length > 0 ? runBy.map(({ actorId }) => actorId) : [...actorsNamed(operators, names)];
}

const namedIn = new WeakMap<NameBook, (words: string) => readonly string[]>();

/** The actors that words name, each once; of a group the one it belongs to. */
export function actorsNamed(words: string, names: NameBook): readonly string[] {
  const known = namedIn.get(names) ?? kept(1_000, (text: string) => readActors(text, names));
  namedIn.set(names, known);
  return known(words);
}

function readActors(words: string, names: NameBook): readonly string[] {
  const ids = readNames(words, names).map(({ means }) =>
    means.kind === "actor" ? means.id : means.kind === "group" ? means.actorId : null,
  );
  return [...new Set(ids.filter((id) => id !== null))];
}

/** The same as they are shown: with the words that name no actor, and whether somebody must say what they mean. */
export function operatorsOf(network: WithOperators, book: ActorBook): Operator[] {
  const shown = (id: string): Operator[] => {
    const actor = book.byId.get(id);
    if (!actor) return [];
    const { name, shortName, tier } = actor;
    return [{ kind: "actor", id, name, short: shortName || name, outside: tier === "outside" }];
  };
  if (network.runBy.length > 0) return network.runBy.flatMap(({ actorId }) => shown(actorId));
  const read = readNames(network.operators, book.names).flatMap(({ words, means }): Operator[] => {
    if (means.kind === "actor") return shown(means.id);
    if (means.kind === "group" && means.actorId) return shown(means.actorId);
    return [{ kind: "words", words, unknown: means.kind === "unknown" }];
  });
  const key = (one: Operator) => (one.kind === "actor" ? one.id : one.words);
  return [...new Map(read.map((one) => [key(one), one])).values()];
}

/** These actors and all they are units of: whose editors may edit what belongs to them. */
export function withParents(ids: readonly string[], { byId }: Pick<ActorBook, "byId">): string[] {
  const found = new Set<string>();
  const add = (id: string | null | undefined): void => {
    if (!id || found.has(id)) return;
    found.add(id);
    add(byId.get(id)?.parentId);
  };
  for (const id of ids) add(id);
  return [...found];
}

/** Whose editors may edit a network: its operators and their parents; null when there is no such network. */
export async function networkActors(db: RegionDb, id: string): Promise<string[] | null> {
  const network = await findNetwork(db, id);
  if (!network) return null;
  const book = await actorBook(db);
  return withParents(operatorIds(network, book), book);
}

/** The networks somebody may choose among, each with whose editors may edit it. */
export async function networkChoices(
  db: RegionDb,
): Promise<{ id: string; name: string; actorIds: string[]; runBy: string[] }[]> {
  const [networks, book] = [await listNetworks(db), await actorBook(db)];
  return networks.map((network) => {
    const runBy = operatorIds(network, book);
    return { id: network.id, name: network.name, runBy, actorIds: withParents(runBy, book) };
  });
}

/** The actors that can hold something, each with whose editors may edit it. */
export async function organiserChoices(db: RegionDb): Promise<{ id: string; name: string; actorIds: string[] }[]> {
  const actors = await listActors(db);
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return actors.map(({ id, name }) => ({ id, name, actorIds: withParents([id], { byId }) }));
}
