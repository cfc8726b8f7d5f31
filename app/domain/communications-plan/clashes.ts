import { daysBetween } from "../shared/days";
import type { Occurrence } from "./occurrences";
import { wordKey } from "./rows";

/** A row as clashes are found in it; ISO days. */
export type ClashRow = {
  id: string;
  name: string;
  audience: string;
  /** The audience somebody has chosen; null: its words say which one it is. */
  audienceId: string | null;
  occurrences: readonly Occurrence[];
  /** The events made from it. */
  events: readonly { title: string; from: string; to: string }[];
  /** Those named as responsible. */
  names: readonly string[];
  /** Whether any of them, or of those a part was said for, is an actor or a group of the region. */
  known: boolean;
  /** The actor that is accountable for it. */
  accountable: string | null;
};

export type RowClash =
  /** Something else for the same audience on the same day. */
  | { kind: "same-day"; day: string; audience: string; other: { id: string; name: string } }
  /** A window that closes in so many days, or has closed, with nothing planned in it. */
  | { kind: "closes"; to: string; days: number }
  | { kind: "closed"; to: string }
  | { kind: "nobody" }
  /** None of those named is known. */
  | { kind: "unknown"; names: string[] };

/** An actor that is accountable for more rows than all others together. */
export type HeavyActor = { actorId: string; rows: number; total: number };

export type Clashes = { rows: { id: string; clashes: RowClash[] }[]; heavy: HeavyActor | null };

/** How long before a window closes something must be planned in it. Days. */
const warnDays = 30;
/** With fewer rows than this nobody has too many. */
const fewestRows = 5;

/** What clashes or is missing in a plan of a period on a day, by row in the plan's order. */
export function clashesOf(
  rows: readonly ClashRow[],
  { today, period }: { today: string; period: { from: string; to: string } },
): Clashes {
  const sameDay = sameDays(rows, today);
  const isOver = period.to < today;
  const found = rows.map((row) => {
    const windows = isOver ? [] : emptyWindows(row, today);
    return { id: row.id, clashes: [...(sameDay.get(row.id) ?? []), ...windows, ...nobody(row)] };
  });
  return { rows: found.filter(({ clashes }) => clashes.length > 0), heavy: heavyActor(rows) };
}

type Thing = { row: ClashRow; name: string; from: string; to: string };

/** The things that come on a day: events, and days the words name that no event is planned for. */
function things(row: ClashRow, today: string): Thing[] {
  const events = row.events.map(({ title, from, to }) => ({ row, name: title, from, to }));
  const days = row.occurrences
    .filter(({ of, from, to, state }) => of === "window" && from === to && state !== "dropped")
    .filter(({ from }) => !events.some((event) => event.from <= from && event.to >= from))
    .map(({ from, to }) => ({ row, name: row.name, from, to }));
  return [...events, ...days].filter(({ to }) => to >= today);
}

/** The first other thing for the same audience on a day of each row's things. */
function sameDays(rows: readonly ClashRow[], today: string): Map<string, RowClash[]> {
  const clashes = new Map<string, RowClash[]>();
  const add = (one: Thing, other: Thing) => {
    const [, day = one.from] = [one.from, other.from].sort();
    const own = clashes.get(one.row.id) ?? [];
    if (own.some((clash) => clash.kind === "same-day" && clash.day === day)) return;
    const { id } = other.row;
    own.push({ kind: "same-day", day, audience: one.row.audience, other: { id, name: other.name } });
    clashes.set(one.row.id, own);
  };
  const heard = rows.filter((row) => row.audienceId !== null || row.audience.trim() !== "");
  // An audience that was chosen is the same one whatever the words beside it.
  for (const group of Map.groupBy(heard, (row) => row.audienceId ?? wordKey(row.audience)).values()) {
    const sorted = group.flatMap((row) => things(row, today)).sort((a, b) => (a.from < b.from ? -1 : 1));
    for (const [at, one] of sorted.entries()) {
      for (let next = at + 1; next < sorted.length; next++) {
        const other = sorted[next];
        if (!other || other.from > one.to) break;
        add(one, other);
        add(other, one);
      }
    }
  }
  return clashes;
}

/** The window of a row that closes next, else the last that has closed, with nothing in it and nothing said of it. */
function emptyWindows({ occurrences }: ClashRow, today: string): RowClash[] {
  const windows = occurrences.filter(({ of, said }) => of === "window" && !said);
  const closing = windows.find(
    ({ state, to }) => state === "open" && to >= today && daysBetween(today, to) <= warnDays,
  );
  if (closing) return [{ kind: "closes", to: closing.to, days: daysBetween(today, closing.to) }];
  const closed = windows.findLast(({ state }) => state === "passed");
  return closed ? [{ kind: "closed", to: closed.to }] : [];
}

function nobody({ names, known }: ClashRow): RowClash[] {
  if (known) return [];
  return [names.length === 0 ? { kind: "nobody" } : { kind: "unknown", names: [...names] }];
}

function heavyActor(rows: readonly ClashRow[]): HeavyActor | null {
  const taken = rows.flatMap(({ accountable }) => accountable ?? []);
  for (const [actorId, own] of Map.groupBy(taken, (id) => id))
    if (own.length >= fewestRows && own.length * 2 > taken.length)
      return { actorId, rows: own.length, total: taken.length };
  return null;
}
