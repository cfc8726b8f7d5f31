import { betweenSymbol, type Token, tokensOf } from "./name-tokens";
import type { Meaning, NameBook } from "./names";

type Actor = NameBook["actors"][number];
type Group = NameBook["groups"][number];

/** How surely some words mean something; the lowest wins. What somebody has said comes first. */
type Tier = 0 | 1 | 2 | 3 | 4;

type Entry = { tier: Tier; means: Exclude<Meaning, { kind: "unknown" }>[] };
type Node = { next: Map<string, Node>; entry: Entry | null };

export type Match = { end: number; means: Meaning };

export type NameIndex = {
  /** The longest known name that begins with this word and ends before `limit`. */
  longest(tokens: readonly Token[], at: number, limit: number): Match | null;
  /** The group or unit of an actor that these words name; null when none or several do. */
  partOf(actorId: string, words: readonly Token[]): Meaning | null;
  /** The unit that is called so in brackets; null when none or several are. */
  unitCalled(words: readonly Token[]): Meaning | null;
};

const indexes = new WeakMap<NameBook, NameIndex>();

/** The index of a book; made once for each. */
export function indexOf(book: NameBook): NameIndex {
  const known = indexes.get(book);
  if (known) return known;
  const made = makeIndex(book);
  indexes.set(book, made);
  return made;
}

function makeIndex(book: NameBook): NameIndex {
  // Letters forgive spaces a page cut made or took; stems forgive endings.
  const letters = newNode();
  const stems = newNode();
  const actors = new Map(book.actors.map((actor) => [actor.id, actor]));
  const add = (words: string, tier: Tier, means: Entry["means"][number]) => {
    const tokens = tokensOf(words.normalize("NFC"));
    if (tokens.length === 0) return;
    insert(letters, letterPath(tokens), tier, means);
    insert(stems, stemPath(tokens), tier, means);
  };
  for (const { words, actorId, groupId } of book.names) {
    const group = book.groups.find(({ id }) => id === groupId);
    add(words, 0, actorId ? { kind: "actor", id: actorId } : group ? groupMeaning(group) : { kind: "nobody" });
  }
  for (const actor of book.actors) {
    const means = { kind: "actor", id: actor.id } as const;
    const { base, inside } = parts(actor.name);
    add(actor.name, 1, means);
    add(actor.shortName, 1, means);
    if (inside) add(base, 3, means);
    if (inside && actor.parentId === null) add(inside, 3, means);
  }
  for (const group of book.groups) {
    const { base, inside } = parts(group.name);
    add(group.name, 2, groupMeaning(group));
    if (inside) add(base, 4, groupMeaning(group));
    if (inside) add(inside, 4, groupMeaning(group));
  }
  const settle = (entry: Entry): Meaning => settled(entry.means, actors);
  return {
    longest(tokens, at, limit) {
      const exact = walk(letters, tokens, at, limit, letterStep);
      const alike = walk(stems, tokens, at, limit, stemStep);
      const best = !alike || (exact && exact.end >= alike.end) ? exact : alike;
      return best && { end: best.end, means: settle(best.entry) };
    },
    partOf: (actorId, words) => partOf(book, actors, actorId, words),
    unitCalled: (words) => {
      const wanted = words.map(({ stem }) => stem).join(" ");
      const called = book.actors.filter(({ name, parentId }) => {
        const { inside } = parts(name);
        return parentId !== null && inside !== null && stemsOf(inside).join(" ") === wanted;
      });
      return only(called.map(({ id }) => ({ kind: "actor", id })));
    },
  };
}

function groupMeaning({ id, actorId }: Group): Entry["means"][number] {
  return { kind: "group", id, actorId };
}

/** Several units of one actor are that actor; else several are a question. */
function settled(means: Entry["means"], actors: ReadonlyMap<string, Actor>): Meaning {
  const [first, ...others] = means;
  if (!first) return { kind: "unknown" };
  if (others.length === 0) return first;
  const parents = new Set(means.map((one) => (one.kind === "actor" ? (actors.get(one.id)?.parentId ?? one.id) : "")));
  const [parent = ""] = parents;
  return parents.size === 1 && parent !== "" ? { kind: "actor", id: parent } : { kind: "unknown" };
}

function partOf(
  book: NameBook,
  actors: ReadonlyMap<string, Actor>,
  actorId: string,
  words: readonly Token[],
): Meaning | null {
  const wanted = words.map(({ stem }) => stem);
  if (wanted.length === 0) return null;
  const root = actors.get(actorId)?.parentId ?? actorId;
  const family = new Set([root, ...book.actors.flatMap(({ id, parentId }) => (parentId === root ? id : []))]);
  const groups = book.groups.filter((group) => group.actorId !== null && family.has(group.actorId));
  const same = groups.filter(({ name }) => stemsOf(name).join(" ") === wanted.join(" "));
  const within = same.length > 0 ? same : groups.filter(({ name }) => inOrder(wanted, stemsOf(name), equal));
  const group = only(within.map(groupMeaning));
  if (group) return group;
  const folds = words.map(({ fold }) => fold);
  const units = book.actors.filter(({ name, shortName, parentId }) => {
    if (parentId !== root) return false;
    return [parts(name).inside ?? name, shortName].some((called) => inOrder(folds, foldsOf(called), begins));
  });
  return only(units.map(({ id }) => ({ kind: "actor", id })));
}

const equal = (short: string, long: string) => short === long;
const begins = (short: string, long: string) => long.startsWith(short);

/** Whether all of these stand in those, in the same order: "S og Fj" in "Sogn og Fjordane". */
function inOrder(short: string[], long: string[], alike: (short: string, long: string) => boolean): boolean {
  let at = 0;
  for (const one of long) if (at < short.length && alike(short[at] as string, one)) at += 1;
  return at === short.length;
}

function only<T>(found: T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

const foldsOf = (words: string) => tokensOf(words.normalize("NFC")).map(({ fold }) => fold);
const stemsOf = (words: string) => tokensOf(words.normalize("NFC")).map(({ stem }) => stem);

/** A name before its bracket, and what stands in it: "Statsforvaltaren (SFVL)". */
export function parts(name: string): { base: string; inside: string | null } {
  const found = /^([^()]*\S)\s*\(([^()]*[^()\s][^()]*)\)\s*$/.exec(name);
  return found ? { base: (found[1] ?? "").trim(), inside: (found[2] ?? "").trim() } : { base: name, inside: null };
}

const newNode = (): Node => ({ next: new Map(), entry: null });

const letterStep = ({ fold }: Token) => [...fold];
const stemStep = ({ stem }: Token) => [stem, " "];

function pathOf(tokens: readonly Token[], step: (token: Token) => string[]): string[] {
  return tokens.flatMap((token, at) => [...(at > 0 ? betweenSymbol(token) : ""), ...step(token)]);
}

const letterPath = (tokens: readonly Token[]) => pathOf(tokens, letterStep);
const stemPath = (tokens: readonly Token[]) => pathOf(tokens, stemStep);

function insert(root: Node, path: string[], tier: Tier, means: Entry["means"][number]): void {
  let node = root;
  for (const symbol of path) {
    const next = node.next.get(symbol) ?? newNode();
    node.next.set(symbol, next);
    node = next;
  }
  const known = node.entry;
  if (!known || known.tier > tier) node.entry = { tier, means: [means] };
  else if (known.tier === tier && !known.means.some((one) => JSON.stringify(one) === JSON.stringify(means)))
    known.means.push(means);
}

/** The longest path from a word on that ends with a whole word and leaves no bracket half open. */
function walk(root: Node, tokens: readonly Token[], from: number, limit: number, step: (token: Token) => string[]) {
  let node: Node | undefined = root;
  let best: { end: number; entry: Entry } | null = null;
  const outer = tokens[from]?.bracket ?? -1;
  for (let at = from; at < limit && node; at += 1) {
    const token = tokens[at] as Token;
    if (outer !== -1 && token.bracket !== outer) break;
    if (at > from) for (const symbol of betweenSymbol(token)) node = node?.next.get(symbol);
    for (const symbol of step(token)) node = node?.next.get(symbol);
    const whole = token.bracket === outer || token.bracket === at;
    if (node?.entry && whole) best = { end: at + 1, entry: node.entry };
  }
  return best;
}
