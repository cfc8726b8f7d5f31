import { type Meaning, type NameBook, nameKey, readNames } from "~/domain/actors/names";
import { likeliest } from "~/domain/actors/suggest";
import { periodKey } from "~/domain/communications-plan/period";
import { nameBook } from "~/features/groups/name-book.view.server";
import { countSaidNames, networkWords, planRowWords, saidNames } from "~/features/groups/names.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Where a name stands: a plan row, by its period and id, or a network. */
export type NamePlace =
  | { kind: "plan-row"; id: string; period: string; name: string }
  | { kind: "network"; id: string; name: string };

export type UnknownName = {
  shown: string;
  count: number;
  /** Some of the places, the newest plan first. */
  places: NamePlace[];
  likely: Meaning | null;
};

const [shownNames, shownPlaces] = [50, 3];

/** The names in plans and registers that nobody has said the meaning of, those that stand most often first. */
export async function unknownNames(db: RegionDb): Promise<UnknownName[]> {
  const book = await nameBook(db);
  const rows = await planRowWords(db);
  const networks = await networkWords(db);
  const places: { words: string; place: NamePlace }[] = [
    ...rows.map(({ id, channel, period, words }) => ({
      words,
      place: { kind: "plan-row" as const, id, period: periodKey(period), name: channel },
    })),
    ...networks.map(({ id, name, words }) => ({ words, place: { kind: "network" as const, id, name } })),
  ];
  const found = new Map<string, UnknownName>();
  const read = new Map<string, Map<string, string>>();
  for (const { words, place } of places) {
    const unknown = read.get(words) ?? unknownIn(words, book);
    read.set(words, unknown);
    for (const [key, shown] of unknown) {
      const name = found.get(key) ?? { shown, count: 0, places: [], likely: null };
      found.set(key, name);
      name.count += 1;
      if (name.places.length < shownPlaces) name.places.push(place);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count)
    .map((name) => ({ ...name, likely: likeliest(name.shown, book) }));
}

/** The unknown names of one place by their keys, each once however often the place writes it. */
function unknownIn(words: string, book: NameBook): Map<string, string> {
  const unknown = readNames(words, book).flatMap((name) => (name.means.kind === "unknown" ? name.words : []));
  return new Map(unknown.reverse().map((shown) => [nameKey(shown), shown]));
}

/** How many names there are that nobody has said the meaning of. */
export async function countUnknownNames(db: RegionDb): Promise<number> {
  return (await unknownNames(db)).length;
}

/**
 * The names to be asked about, what has been said of others, fifty at a time (`after` is the id the last page ended
 * with), and what a name can mean.
 */
export async function namesView(db: RegionDb, { after }: { after: string | null } = { after: null }) {
  const unknown = await unknownNames(db);
  const { actors, groups } = await nameBook(db);
  const said = await saidNames(db, { after, page: shownNames });
  return {
    unknown: after === null ? unknown.slice(0, shownNames) : [],
    total: unknown.length,
    said: said.slice(0, shownNames),
    saidTotal: await countSaidNames(db),
    next: said.length > shownNames ? (said[shownNames - 1]?.id ?? null) : null,
    choices: {
      actors: actors.map(({ id, name }) => ({ id, name })),
      groups: groups.map(({ id, name }) => ({ id, name })),
    },
  };
}

export type NamesView = Awaited<ReturnType<typeof namesView>>;
