import { readNames } from "~/domain/actors/names";
import { nameBook } from "~/features/groups/name-book.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A name as a text writes it, and the actor or group it is; neither: it names nobody, or (`unknown`) nobody knows. */
export type NamedIn = {
  words: string;
  means: { kind: "actor" | "group"; id: string; name: string } | null;
  /** "resten av X" */
  rest: boolean;
  unknown: boolean;
};

/** The names in a text, such as a plan's responsible column, in their order. */
export async function namedIn(db: RegionDb, text: string): Promise<NamedIn[]> {
  if (text.trim() === "") return [];
  const book = await nameBook(db);
  const names = new Map([...book.actors, ...book.groups].map(({ id, name }) => [id, name]));
  return readNames(text, book).map(({ words, means, rest }) => {
    const known = means.kind === "actor" || means.kind === "group";
    return {
      ...{ words, rest, unknown: means.kind === "unknown" },
      means: known ? { kind: means.kind, id: means.id, name: names.get(means.id) ?? words } : null,
    };
  });
}
