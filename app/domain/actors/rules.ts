import { nameKey } from "./names";

export type ParentRefusal = "no-such-parent" | "own-unit" | "parent-is-unit" | "has-units";

/**
 * Why an actor cannot be a unit of another; null when it can. Units are one level deep: a unit has no units, so there
 * are no circles.
 *
 * @param id null for an actor that is not there yet
 */
export function parentRefusal(
  actors: readonly { id: string; parentId: string | null }[],
  { id, parentId }: { id: string | null; parentId: string | null },
): ParentRefusal | null {
  if (parentId === null) return null;
  const parent = actors.find((actor) => actor.id === parentId);
  if (!parent) return "no-such-parent";
  if (parentId === id) return "own-unit";
  if (parent.parentId !== null) return "parent-is-unit";
  return id !== null && actors.some((actor) => actor.parentId === id) ? "has-units" : null;
}

/** The ids in their order with one of them a place up or down; null when there is no such place. */
export function moved(ids: readonly string[], id: string, direction: "up" | "down"): string[] | null {
  const at = ids.indexOf(id);
  const to = direction === "up" ? at - 1 : at + 1;
  const other = ids[to];
  if (at < 0 || other === undefined) return null;
  const order = [...ids];
  order[at] = other;
  order[to] = id;
  return order;
}

/** Other ways a name is written, one a line; what is looked up as the same counts once. */
export function readAliases(text: string): { words: string; shown: string }[] {
  const found = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const shown = line.replace(/\s+/g, " ").trim();
    const words = nameKey(shown);
    if (words !== "" && !found.has(words)) found.set(words, shown);
  }
  return [...found].map(([words, shown]) => ({ words, shown }));
}

/** Whether a text is the address of a web page: http or https, with a host. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || /\s/.test(text)) return false;
  return URL.canParse(text) && new URL(text).hostname.includes(".");
}
