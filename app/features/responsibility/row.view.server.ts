import { periodKey } from "~/domain/communications-plan/period";
import { accountableOf, cellCode } from "~/domain/responsibility/cells";
import { codeOf, type PartCode, parts } from "~/domain/responsibility/parts";
import { saidOn } from "~/domain/responsibility/said";
import { historyOf } from "~/features/audit/history.view.server";
import { cellsOf, matrixDay, unknownIn } from "~/features/responsibility/matrix-day.server";
import {
  actorNames,
  approvalDays,
  type FoundRow,
  findRow,
  sayingsOf,
} from "~/features/responsibility/responsibility.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** One row of the matrix on a day (ISO): every actor there, how the plan's words are read, and what has happened to it. */
export async function rowView(db: RegionDb, { id, asOf }: { id: string; asOf: string }) {
  const row = await findRow(db, id);
  if (!row) return null;
  const there = await matrixDay(db, asOf);
  const sayings = await sayingsOf(db, row);
  const { implied, cells } = cellsOf(there, row, saidOn(sayings, asOf));
  const names = await actorNames(db);
  const words = row.kind === "task" ? "" : row.responsible;
  const accountable = accountableOf(cells);
  const groups = new Map(there.book.groups.map((group) => [group.id, group.name]));
  return {
    ...factsOf(row),
    asOf,
    approvedFrom: (await approvalDays(db))[0] ?? null,
    words,
    actors: there.columns.actors.map((actor) => {
      const impliedPart = implied.get(actor.id);
      const code = cellCode(cells.get(actor.id));
      return {
        id: actor.id,
        name: actor.name,
        tier: actor.tier,
        code,
        implied: impliedPart ? codeOf(impliedPart) : null,
      };
    }),
    accountable: accountable && (names.get(accountable) ?? null),
    names: there.read(words).map(({ words: name, means, rest }) => ({
      ...{ words: name, kind: means.kind, rest },
      means:
        means.kind === "actor"
          ? (names.get(means.id) ?? null)
          : means.kind === "group"
            ? (groups.get(means.id) ?? null)
            : null,
    })),
    unknown: unknownIn(there, words),
    planned: sayings
      .filter(({ from }) => from !== null && from > asOf)
      .map(({ actorId, part, from }) => ({ actor: names.get(actorId) ?? "", part: codeOrNone(part), from: from ?? "" }))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
    history: await historyOf(db, { id: row.id, subjects: ["responsibility", row.kind] }),
  };
}

export type RowView = NonNullable<Awaited<ReturnType<typeof rowView>>>;

function factsOf(row: FoundRow) {
  if (row.kind === "task")
    return { id: row.id, kind: row.kind, name: row.name, detail: "", timing: "", owner: row.owner, periodKey: null };
  const { id, kind, channel, theme, timing, plan } = row;
  return { id, kind, name: channel, detail: theme, timing, owner: null, periodKey: periodKey(plan) };
}

/** A part as one character, or "-" for one that was taken away. */
function codeOrNone(part: string | null | undefined): PartCode | "-" | null {
  if (part === "none") return "-";
  const known = parts.find((one) => one === part);
  return known ? codeOf(known) : null;
}
