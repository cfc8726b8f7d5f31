import { writtenLocale } from "~/domain/municipalities/written-locale";
import type { Worker } from "~/features/automation/automation.db.server";
import { type ActorBook, actorsNamed, withParents } from "~/features/networks/network-actors.view.server";

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

export function toldBook(
  { workers: roles, actors }: { workers: readonly Worker[]; actors: ActorBook },
  defaultStandard: "bokmal" | "nynorsk",
): ToldBook {
  const shown = ({ personId, name, email, locale }: Worker): Told => {
    const own = locale === "nb" || locale === "nn" || locale === "en" ? locale : null;
    return { personId, name, email, locale: own ?? writtenLocale(null, defaultStandard) };
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
    named: (words) => ofActors(actorsNamed(words, actors.names)),
    editors: (ids) => orCoordinators(roles.filter(({ personId }) => ids.includes(personId)).map(shown)),
  };
}
