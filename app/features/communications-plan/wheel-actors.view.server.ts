import { readNames } from "~/domain/actors/names";
import type { WheelRing } from "~/domain/communications-plan/wheel-rings";
import { ringsOf } from "~/domain/communications-plan/wheel-year";
import { nameOfRow, type PlanYear } from "~/features/communications-plan/wheel-year.view.server";
import { nameBook } from "~/features/groups/name-book.view.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

const nobody = "nobody";

/**
 * The rings of those responsible: each actor, its units and groups with it, and each group of several actors. A row is
 * in the ring of the first it names, as where a plan is grouped; what names nobody known has a ring of its own.
 */
export async function actorRings(db: RegionDb, rows: PlanYear): Promise<WheelRing[]> {
  const book = await nameBook(db);
  const parents = new Map(book.actors.map(({ id, parentId }) => [id, parentId ?? id]));
  const known = new Map<string, string>();
  const first = (words: string): string => {
    for (const { means } of readNames(words, book)) {
      if (means.kind === "actor") return parents.get(means.id) ?? means.id;
      if (means.kind === "group") return parents.get(means.actorId ?? "") ?? means.actorId ?? means.id;
    }
    return nobody;
  };
  const of = ({ responsible }: { responsible: string }) => {
    const key = known.get(responsible) ?? first(responsible);
    known.set(responsible, key);
    return key;
  };
  const signs = [
    ...book.actors.map(({ id, name, shortName }) => ({ key: id, name: shortName || name, icon: "buildings" as const })),
    ...book.groups.map(({ id, name }) => ({ key: id, name, icon: "person-group" as const })),
    { key: nobody, name: m.plan_wheel_nobody(), icon: "file" as const },
  ];
  return ringsOf(rows, signs, of, nameOfRow);
}
