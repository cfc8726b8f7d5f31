import type { NameBook, ReadName } from "~/domain/actors/names";
import { readNames } from "~/domain/actors/names";
import { resolveCells } from "~/domain/responsibility/cells";
import { type Columns, columnsOf } from "~/domain/responsibility/columns";
import { impliedParts, type Named } from "~/domain/responsibility/implied";
import type { Part, SaidPart } from "~/domain/responsibility/parts";
import { groupActors } from "~/features/groups/group-members.view.server";
import { nameBook } from "~/features/groups/name-book.view.server";
import { type ActorOnDay, actorsOn, everInvolved, midnight } from "~/features/responsibility/responsibility.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Who is there on a day and how names are read: what every row of the matrix is read with. */
export type MatrixDay = {
  day: string;
  columns: Columns<ActorOnDay>;
  book: NameBook;
  /** The actors in each group that day. */
  members: ReadonlyMap<string, readonly string[]>;
  read(words: string): ReadName[];
};

export async function matrixDay(db: RegionDb, day: string): Promise<MatrixDay> {
  const columns = columnsOf(await actorsOn(db, day));
  const book = await nameBook(db);
  const members = await groupActors(db, midnight(day));
  const known = new Map<string, ReadName[]>();
  const read = (words: string) => {
    const names = known.get(words) ?? readNames(words, book);
    known.set(words, names);
    return names;
  };
  return { day, columns, book, members, read };
}

/** Whom the names mean for the matrix; a group of an actor counts as the actor. */
function namedIn(names: readonly ReadName[], members: MatrixDay["members"]): Named[] {
  return names.flatMap(({ means, rest }): Named[] => {
    if (means.kind === "actor") return [{ kind: "actor", actorId: means.id, rest }];
    if (means.kind !== "group") return [];
    if (means.actorId !== null) return [{ kind: "actor", actorId: means.actorId, rest }];
    return [{ kind: "group", actorIds: members.get(means.id) ?? [], rest }];
  });
}

/** What a row implies of its own: a task by who owns it, a plan row by the words of "Ansvar". */
export function impliedBy(there: MatrixDay, row: { actorId: string } | { responsible: string }): Map<string, Part> {
  const names: Named[] =
    "actorId" in row
      ? [{ kind: "actor", actorId: row.actorId, rest: false }]
      : namedIn(there.read(row.responsible), there.members);
  return impliedParts(names, there.columns.standIns);
}

/**
 * The cells of a row. What was said of an actor before it had units is implied of each of them: its units stand in its
 * place. What was said of one who is not there that day does not count.
 */
export function cellsOf(
  there: MatrixDay,
  row: { actorId: string } | { responsible: string },
  said: ReadonlyMap<string, SaidPart>,
) {
  const implied = impliedBy(there, row);
  const own = new Map<string, SaidPart>();
  for (const [actorId, part] of said) {
    const stand = there.columns.standIns.get(actorId) ?? [];
    if (stand.length === 1 && stand[0] === actorId) own.set(actorId, part);
    else
      for (const unit of stand)
        if (part === "none") implied.delete(unit);
        else implied.set(unit, part === "accountable" && stand.length > 1 ? "performs" : part);
  }
  return { implied, cells: resolveCells(implied, own) };
}

/** The names in the words that are nobody's yet, once each. */
export function unknownIn(there: MatrixDay, words: string): string[] {
  return [...new Set(there.read(words).flatMap(({ words, means }) => (means.kind === "unknown" ? [words] : [])))];
}

/**
 * The columns that are shown: actors outside the support apparatus only when they have a task, a part somebody has
 * said, or a name in a plan. The same whatever the period and filter, so that a row's cells mean the same in each answer.
 */
export async function shownColumns(db: RegionDb, there: MatrixDay): Promise<ActorOnDay[]> {
  const { actors, standIns } = there.columns;
  if (actors.every(({ tier }) => tier !== "outside")) return actors;
  const { actorIds, words } = await everInvolved(db);
  const involved = new Set(actorIds.flatMap((id) => standIns.get(id) ?? []));
  for (const responsible of words) for (const id of impliedBy(there, { responsible }).keys()) involved.add(id);
  return actors.filter(({ id, tier }) => tier !== "outside" || involved.has(id));
}
