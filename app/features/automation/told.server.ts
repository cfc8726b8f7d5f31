import { readNames } from "~/domain/actors/names";
import { writtenLocale } from "~/domain/municipalities/written-locale";
import { workers } from "~/features/automation/automation.db.server";
import { type ActorBook, actorBook, withParents } from "~/features/networks/network-actors.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Told = { personId: string; name: string; email: string; locale: "nb" | "nn" | "en" };

/** Who is told that something is to be done, on a day (midnight UTC). */
export type ToldBook = {
  coordinators: Told[];
  /** Those who edit what these actors run; the coordinators where nobody does. */
  ofActors(actorIds: readonly string[]): Told[];
  /** The same, of those that words name. */
  named(words: string): Told[];
  /** Those of these people who still may write; the coordinators where none is left. */
  editors(personIds: readonly string[]): Told[];
  actors: ActorBook;
};

export async function toldBook(
  db: RegionDb,
  { day, defaultStandard }: { day: Date; defaultStandard: "bokmal" | "nynorsk" },
): Promise<ToldBook> {
  const roles = await workers(db, day);
  const actors = await actorBook(db);
  const shown = ({ person: { id, locale, ...person } }: (typeof roles)[number]): Told => {
    const own = locale === "nb" || locale === "nn" || locale === "en" ? locale : null;
    return { personId: id, ...person, locale: own ?? writtenLocale(null, defaultStandard) };
  };
  const unique = (all: Told[]) => [...new Map(all.map((one) => [one.personId, one])).values()];
  const coordinators = unique(roles.filter(({ kind }) => kind === "coordinator").map(shown));
  const orCoordinators = (found: Told[]) => (found.length > 0 ? unique(found) : coordinators);
  const ofActors = (ids: readonly string[]) => {
    const all = new Set(withParents(ids, actors));
    return orCoordinators(
      roles.filter(({ kind, actorId }) => kind !== "coordinator" && actorId !== null && all.has(actorId)).map(shown),
    );
  };
  return {
    ...{ coordinators, ofActors, actors },
    named(words) {
      const ids = readNames(words, actors.names).map(({ means }) =>
        means.kind === "actor" ? means.id : means.kind === "group" ? means.actorId : null,
      );
      return ofActors(ids.filter((id) => id !== null));
    },
    editors: (ids) => orCoordinators(roles.filter(({ person }) => ids.includes(person.id)).map(shown)),
  };
}
