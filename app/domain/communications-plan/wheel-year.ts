import type { Window } from "~/domain/timing";
import type { Occurrence } from "./occurrences";
import type { Period } from "./period";
import { fits } from "./row-state";
import type { WheelLane } from "./wheel-band";
import type { WheelRing, WheelState } from "./wheel-rings";

/** A row as the year sees it; ISO days, inclusive. `number` is its number in the plan. */
export type YearRow = {
  id: string;
  number: number;
  windows: readonly Window[];
  kind: string;
  cadences: readonly unknown[];
  occurrences: readonly Occurrence[];
  became: readonly { title: string; from: string; to: string }[];
};

/** Where a time of the year stands; `past` is over without a word of what came of it. */
export type YearState = "open" | "coming" | "done" | "past" | "dropped";

/** One time of a row in a year: a window of its words, or what became of it outside them, with its title. */
export type YearTime = {
  key: string;
  from: string;
  to: string;
  state: YearState;
  /** What is known of it: that it is planned or prepared, on which days, why it was dropped, what became of it. */
  note: { state: "planned" | "in-preparation" | null; days: string[]; reason: string; title: string };
};

/** What a row without a window is: in a lane of the band as long as it goes on, else only in the list. */
export type Undated = { lane: WheelLane["style"] | null; state: "running" | "done" | "dropped"; reason: string };

export type RowYear<R> = {
  row: R;
  times: YearTime[];
  undated: Undated | null;
};

/** The years a plan's period touches. */
export function yearsOf({ from, to }: Period): number[] {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, at) => first + at);
}

/** The year to show of a plan: the one asked for, else today's, else the first. */
export function yearToShow(years: readonly number[], asked: string | null, today: string): number {
  const wanted = years.find((year) => String(year) === asked);
  return wanted ?? years.find((year) => today.startsWith(String(year))) ?? years[0] ?? Number(today.slice(0, 4));
}

/** What a row of a plan has in a year: what touches it, and what has no date at all. */
export function rowYear<R extends YearRow>(row: R, year: number, today: string): RowYear<R> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const windows = row.occurrences.filter(({ of }) => of === "window");
  const outside = row.became.filter((event) => !row.windows.some((window) => fits(event, window)));
  const within = ({ from, to }: Period) => {
    const window = row.windows.find((one) => one.from === from && one.to === to);
    return window ? row.became.filter((event) => fits(event, window)).map((event) => event.from) : [];
  };
  const times = [
    ...windows.map(({ from, to, state, reason }) => ({
      ...{ from, to, state: yearState(state, { from, to }, today) },
      note: {
        state: state === "planned" || state === "in-preparation" ? state : null,
        ...{ days: from === to ? [] : within({ from, to }), reason, title: "" },
      },
    })),
    ...outside.map(({ from, to, title }) => ({
      ...{ from, to, state: yearState("planned", { from, to }, today, "done") },
      note: { state: null, days: [], reason: "", title },
    })),
  ];
  return {
    row,
    times: times
      .map((time, at) => ({ key: `${row.number}-${at}`, ...time }))
      .filter(({ from, to }) => from <= last && to >= first),
    undated: undatedOf(row, windows.length === 0 && outside.length === 0),
  };
}

function yearState(
  state: Occurrence["state"],
  { from, to }: { from: string; to: string },
  today: string,
  over: YearState = "past",
): YearState {
  if (state === "done" || state === "dropped") return state;
  if (to < today) return over;
  return from <= today ? "open" : "coming";
}

function undatedOf({ kind, cadences, occurrences }: YearRow, isEmpty: boolean): Undated | null {
  const lane = kind === "continuous" || kind === "on-demand" ? kind : cadences.length > 0 ? "recurring" : null;
  if (lane === null) return isEmpty ? { lane, state: "running", reason: "" } : null;
  const times = occurrences.filter(({ of }) => of !== "window");
  const all = (state: "done" | "dropped") => times.length > 0 && times.every((time) => time.state === state);
  if (all("dropped")) return { lane, state: "dropped", reason: times[0]?.reason ?? "" };
  return { lane, state: all("done") ? "done" : "running", reason: "" };
}

/** The colour of a time; what is dropped is not drawn. */
const drawnAs: Record<YearState, WheelState | null> = {
  open: "open",
  coming: "coming",
  done: "done",
  past: "done",
  dropped: null,
};

type Sign = Omit<WheelRing, "items">;

/**
 * The rings of a year, those with the most times outermost, where there is most room; of as many, in the order of
 * `signs`.
 */
export function ringsOf<R extends YearRow>(
  years: readonly RowYear<R>[],
  signs: readonly Sign[],
  of: (row: R) => string,
  label: (row: R) => string,
): WheelRing[] {
  const rings = new Map(signs.map((sign): [string, WheelRing] => [sign.key, { ...sign, items: [] }]));
  for (const { row, times } of years) {
    const windows = times.flatMap(({ key, from, to, state }) => {
      const drawn = drawnAs[state];
      return drawn ? [{ key, from, to, state: drawn }] : [];
    });
    if (windows.length === 0) continue;
    const item = { id: row.id, number: row.number, label: label(row), windows };
    rings.get(of(row))?.items.push(item);
  }
  const uses = ({ items }: WheelRing) => items.reduce((sum, { windows }) => sum + windows.length, 0);
  return [...rings.values()].filter((ring) => uses(ring) > 0).sort((a, b) => uses(b) - uses(a));
}

const laneOrder = ["continuous", "on-demand", "recurring"] as const;

/** The lanes of work that goes on without a date, the filled one outermost. */
export function lanesOf<R extends YearRow>(years: readonly RowYear<R>[], label: (row: R) => string): WheelLane[] {
  return laneOrder.flatMap((style) => {
    const own = years.filter(({ undated }) => undated?.lane === style && undated.state !== "dropped");
    return own.length === 0
      ? []
      : [{ style, texts: own.map(({ row }) => ({ number: row.number, label: label(row) })) }];
  });
}

export type ListedTime<R> = { row: R; time: YearTime };

/** The same year as lists: what closes first, what opens first, what was first. */
export function listsOf<R extends YearRow>(years: readonly RowYear<R>[]) {
  const times = years.flatMap(({ row, times }) => times.map((time) => ({ row, time })));
  const by = (state: YearState, day: "from" | "to"): ListedTime<R>[] =>
    times
      .filter(({ time }) => time.state === state)
      .sort((a, b) => (a.time[day] < b.time[day] ? -1 : a.time[day] > b.time[day] ? 1 : a.row.number - b.row.number));
  return {
    open: by("open", "to"),
    coming: by("coming", "from"),
    done: by("done", "from"),
    past: by("past", "from"),
    dropped: by("dropped", "from"),
    undated: years.flatMap(({ row, undated }) => (undated ? [{ row, undated }] : [])),
    /** How many rows have all their times in other years of the plan. */
    elsewhere: years.filter(({ times, undated }) => times.length === 0 && !undated).length,
  };
}
