import { startTransition, useEffect, useState, useSyncExternalStore } from "react";
import type { Fields } from "~/domain/minutes/field-merge";
import type { LiveState } from "~/features/minutes/live-state.view.server";
import { type Live, type LiveStore, makeLiveStore } from "~/features/minutes/live-store";

/** A meeting as its page has it: what the server says, and over it what is written here. */
export type Writing = Live & {
  store: LiveStore;
  /** With script, from the moment the page is alive. */
  alive: boolean;
  /** What a thing says, with what is written of it here. */
  fieldsOf: (target: string) => Fields;
};

export function useLive({ first, url, copy }: { first: LiveState; url: string; copy: string }): Writing {
  const [store] = useState(() => makeLiveStore({ first, url, copy, storedIn }));
  const live = useSyncExternalStore(store.subscribe, store.get, store.get);
  const [alive, setAlive] = useState(false);
  // The parts of the page that are fetched later are alive first; an update before that would write them anew.
  useEffect(() => startTransition(() => setAlive(true)), []);
  useEffect(() => (alive ? store.start() : undefined), [alive, store]);
  // A form that was answered brings the meeting as it is now.
  useEffect(() => store.adopt(first), [store, first]);
  return { ...live, store, alive, fieldsOf: (target) => fieldsIn(live, target) };
}

export function fieldsIn({ state, pending }: Pick<Live, "state" | "pending">, target: string): Fields {
  return { ...storedIn(state, target), ...pending[target]?.fields };
}

/** What the server says of a thing; undefined for one it does not have. */
export function storedIn(state: LiveState, target: string): Fields | undefined {
  const [kind, first, second] = target.split(":");
  if (kind === "item") return state.items.find(({ id }) => id === first)?.fields;
  if (kind === "presence") return state.presences.find(({ id }) => id === first)?.fields;
  if (kind === "follow")
    return state.items.find(({ id }) => id === first)?.followUps.find(({ id }) => id === second)?.fields;
  return undefined;
}
