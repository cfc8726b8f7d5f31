import { indexOf, type NameIndex, parts } from "./name-index";
import { type Token, tokensOf } from "./name-tokens";

/** Everything of a region that a name can mean: its actors and groups, and what somebody has said of names. */
export type NameBook = {
  actors: { id: string; name: string; shortName: string; parentId: string | null }[];
  groups: { id: string; name: string; actorId: string | null }[];
  /** `words` as `nameKey` makes them. Neither id: the words name nobody. */
  names: { words: string; actorId: string | null; groupId: string | null }[];
};

export type Meaning =
  | { kind: "actor"; id: string }
  | { kind: "group"; id: string; actorId: string | null }
  | { kind: "nobody" }
  | { kind: "unknown" };

/** A name as it stands in a text, and what it means. `rest`: "resten av X", or what comes after "+". */
export type ReadName = { words: string; means: Meaning; rest: boolean };

/** The words as they are looked up: lower case, single spaces. */
export function nameKey(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * Reads the names in the words of a plan's responsible column, or of who runs a network, in their order.
 *
 * Every word stands in some name's `words`, but for what separates names ("og", "i lag med", "resten av"). Words that
 * name nothing known are `unknown`, and small words after a known name go with it. "X (Y)" is the group or unit Y of X
 * where there is one, else X. Nothing is guessed: a name that could be two is unknown until somebody says which.
 *
 * Never throws; takes time linear in the length of the text.
 */
export function readNames(text: string, book: NameBook): ReadName[] {
  const normal = text.normalize("NFC");
  const tokens = tokensOf(normal);
  return readSpan(normal, tokens, 0, tokens.length, indexOf(book)).map(({ from, end, means, rest }) => ({
    words: normal
      .slice(tokens[from]?.start ?? 0, end)
      .replace(/\s+/g, " ")
      .trim(),
    means,
    rest,
  }));
}

const connectors = [
  ["i", "samarbeid", "med"],
  ["i", "tillegg", "til"],
  ["i", "lag", "med"],
  ["together", "with"],
  ["saman", "med"],
  ["sammen", "med"],
  ["samt"],
];
const restWords = [
  ["resten", "av"],
  ["rest", "av"],
  ["dei", "andre", "i"],
  ["de", "andre", "i"],
  ["rest", "of"],
];
const and = new Set(["og", "and"]);
const prepositions = new Set(["i", "hos", "ved", "frå", "fra", "av", "for", "til", "på", "in", "at", "of", "from"]);
const groupWord = /(?:grupp(?:a|e|en)|utval(?:et|g|get)?|råd(?:et)?)$/;

/** A name from one word to before another; `end` is where it ends in the text, its bracket with it. */
type Found = { from: number; to: number; end: number; means: Meaning; rest: boolean };

/** Reads the words from one to before another; `bracket` when they are what stands in one. */
function readSpan(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  index: NameIndex,
  inner = false,
): Found[] {
  const found: Found[] = [];
  /** The known name these words follow, with nothing between. */
  let after: Found | null = null;
  /** Where words that are not known begin. */
  let run: number | null = null;
  let rest = false;
  let at = from;

  const token = (place: number) => tokens[place] as Token;
  const endOf = (end: number) => {
    const last = token(end - 1);
    return !inner && last.bracket === end - 1 ? text.indexOf(")", last.end) + 1 : last.end;
  };
  const take = (start: number, end: number, means: Meaning): Found => {
    const name = { from: start, to: end, end: endOf(end), means, rest };
    found.push(name);
    return name;
  };
  const grow = (name: Found, end: number) => Object.assign(name, { to: end, end: endOf(end) });
  /** Whether these words only say more of the known name before them. */
  const goesAlong = (start: number, end: number) =>
    after !== null && !token(start).upper && !namesGroup(tokens.slice(start, end));
  const flush = () => {
    if (run === null) return;
    if (after && goesAlong(run, at)) grow(after, at);
    else {
      for (const [start, end] of splitGroups(tokens, run, at))
        take(start, end, index.unitCalled(tokens.slice(start, end)) ?? { kind: "unknown" });
      after = null;
    }
    run = null;
  };
  const separate = () => {
    flush();
    after = null;
  };

  /** How many words here stand between two names: "og" does, but not within one, as in "Sogn og Fjordane". */
  const joining = (): number => {
    const phrase = phraseAt(tokens, at, to, connectors);
    if (phrase > 0 || !and.has(token(at).fold)) return phrase;
    const next = tokens[at + 1];
    if (run === null || !next || at + 1 >= to || index.longest(tokens, at + 1, to)) return 1;
    if (!next.upper || next.before !== "" || next.opens) return 0;
    const following = tokens[at + 2];
    const longRight = following !== undefined && at + 2 < to && following.before === "" && !following.opens;
    return (at - run >= 2 && longRight) || (isCapitals(text, token(at - 1)) && isCapitals(text, next)) ? 1 : 0;
  };

  const known = (end: number, means: Meaning): number => {
    const small = !token(at).upper;
    if (run !== null && (after === null || !goesAlong(run, at))) {
      const before = token(at - 1);
      const another = small && before.upper && means.kind === "actor";
      if (another) return end;
      if (small || prepositions.has(before.fold)) {
        after = take(run, end, means);
        run = null;
        return end;
      }
    }
    flush();
    after = take(at, end, means);
    return means.kind === "actor" ? unit(after, means.id, end) : end;
  };

  /** The words after an actor that name a unit of it: "USHT Fonna". */
  const unit = (name: Found, actorId: string, end: number): number => {
    let last = end;
    while (last < to && last - end < longestUnit && token(last).before === "" && !token(last).opens) last += 1;
    for (let stop = last; stop > end; stop -= 1) {
      const means = token(end).upper && token(stop - 1).upper ? index.partOf(actorId, tokens.slice(end, stop)) : null;
      if (means?.kind !== "actor") continue;
      grow(name, stop);
      name.means = means;
      return stop;
    }
    return end;
  };

  /** What stands in a bracket: more of the name before it, or names of its own. */
  const bracket = (end: number): number => {
    const inside = readSpan(text, tokens, at, end, index, true);
    const sure = inside.filter(({ means }) => means.kind === "actor" || means.kind === "group");
    if (run !== null && goesAlong(run, at)) flush();
    if (run !== null) {
      const [one] = sure;
      const all = one && index.longest(tokens, at, end)?.end === end ? one.means : null;
      if (all || !one) {
        const name = take(run, end, all ?? { kind: "unknown" });
        after = all && name;
        run = null;
        return end;
      }
    } else if (after) {
      const { means } = after;
      const part = means.kind === "actor" ? index.partOf(means.id, tokens.slice(at, end)) : null;
      const others = sure.filter((name) => !isOwn(name.means, means));
      if (part || others.length === 0 || means.kind === "group") {
        grow(after, end);
        after.means = part ?? means;
        return end;
      }
    }
    separate();
    for (const name of inside) found.push({ ...name, rest: name.rest || rest });
    return end;
  };

  while (at < to) {
    const here = token(at);
    if (at > from && here.before !== "") {
      separate();
      rest = here.before === "+";
    }
    if (here.opens && !inner) {
      at = bracket(here.bracket + 1);
      continue;
    }
    const match = index.longest(tokens, at, to);
    const others = phraseAt(tokens, at, to, restWords);
    if (match && match.end - at > others) at = known(match.end, match.means);
    else if (others > 0) {
      separate();
      rest = true;
      at += others;
    } else {
      const between = joining();
      if (between > 0) separate();
      else run ??= at;
      at += Math.max(between, 1);
    }
  }
  flush();
  return found;
}

const longestUnit = 6;

/** Whether a name in an actor's bracket says no more than the actor: itself, or a group that is another's. */
function isOwn(inside: Meaning, outside: Meaning): boolean {
  if (outside.kind !== "actor") return false;
  return inside.kind === "actor" ? inside.id === outside.id : inside.kind === "group" && inside.actorId !== null;
}

/** "eiga arbeidsgruppe" is a group; "sit i driftsgruppa" is not. */
function namesGroup(words: readonly Token[]): boolean {
  return groupWord.test(words.at(-1)?.fold ?? "") && !words.some(({ fold }) => prepositions.has(fold));
}

/** How many words of one of these phrases stand here, in one piece; 0 for none. */
function phraseAt(tokens: readonly Token[], at: number, to: number, phrases: readonly string[][]): number {
  const fits = (phrase: string[]) =>
    at + phrase.length <= to &&
    phrase.every((fold, step) => {
      const token = tokens[at + step];
      return token?.fold === fold && (step === 0 || (token.before === "" && !token.opens));
    });
  return phrases.find(fits)?.length ?? 0;
}

/** A word for a group ends a name when a capital follows: "Prosjektgruppe Koordineringsgruppa". */
function splitGroups(tokens: readonly Token[], from: number, to: number): [number, number][] {
  const cuts: [number, number][] = [];
  let start = from;
  for (let at = from; at + 1 < to; at += 1) {
    if (!groupWord.test(tokens[at]?.fold ?? "") || !tokens[at + 1]?.upper) continue;
    cuts.push([start, at + 1]);
    start = at + 1;
  }
  return [...cuts, [start, to]];
}

function isCapitals(text: string, { start, end }: Token): boolean {
  const shown = text.slice(start, end);
  return end - start >= 2 && shown === shown.toUpperCase() && shown !== shown.toLowerCase();
}

/** Whether these words are the actor's own name with more: "Vestland fylkeskommune" of "Fylkeskommune". */
export function isFullerName(words: string, actor: { name: string; shortName: string }): boolean {
  const tokens = tokensOf(words.normalize("NFC"));
  if (tokens.length > longestUnit || tokens.some(({ before }) => before !== "")) return false;
  const { base, inside } = parts(actor.name);
  const stems = tokens.map(({ stem }) => stem).join(" ");
  return [actor.name, base, inside ?? "", actor.shortName].some((name) => {
    const own = tokensOf(name.normalize("NFC")).map(({ stem }) => stem);
    return own.length > 0 && own.length < tokens.length && ` ${stems} `.includes(` ${own.join(" ")} `);
  });
}
