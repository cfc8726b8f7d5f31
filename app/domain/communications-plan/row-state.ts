import type { Timing, Window } from "~/domain/timing";
import { daysBetween } from "../shared/days";

/** Something that became of a row, an event or a publication, as local ISO days. */
export type RowEvent = { from: string; to: string };

export const occurrenceStates = ["planned", "in_preparation", "done", "dropped"] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

/** What somebody has said of one time of a row, by the days of its window. `reason`: why it was dropped. */
export type Said = { from: string; to: string; state: OccurrenceState; reason: string };

export type RowState =
  | { state: "not-started" }
  /** The window closes within thirty days, or is open to its last day, and nothing is set in it. */
  | { state: "no-date"; closes: string; days: number }
  | { state: "in-preparation" }
  | { state: "planned"; next: string }
  /** What was set is over, and more windows are to come. */
  | { state: "partly"; done: number; of: number }
  | { state: "done"; last: string }
  | { state: "dropped"; reason: string }
  /** Continuous or on demand, and nothing to come. */
  | { state: "running"; kind: "continuous" | "on-demand" };

export const rowStates = [
  "not-started",
  "no-date",
  "in-preparation",
  "planned",
  "partly",
  "done",
  "dropped",
  "running",
] as const satisfies readonly RowState["state"][];

/** How long before a window closes a date must be set. Days. */
const warnDays = 30;

/** Where a row stands on a day, by its timing, what became of it that is not cancelled, and what has been said. */
export function rowState(
  timing: Pick<Timing, "kind" | "windows">,
  events: readonly RowEvent[],
  today: string,
  said: readonly Said[] = [],
): RowState {
  const saidOf = (window: Window) => said.find(({ from, to }) => from === window.from && to === window.to);
  const times = timing.windows.length > 0 ? timing.windows.map(saidOf) : said;
  const dropped = times.flatMap((one) => (one?.state === "dropped" ? [one] : []));
  if (dropped[0] && dropped.length === times.length && events.length === 0)
    return { state: "dropped", reason: dropped[0].reason };
  const windows = timing.windows.filter((window) => saidOf(window)?.state !== "dropped");
  const isDone = (window: Window) => saidOf(window)?.state === "done";
  const empty = windows.filter((window) => !isDone(window) && !events.some((event) => fits(event, window)));
  const closing = empty.find(
    (window) => !saidOf(window) && window.to >= today && daysBetween(today, window.to) <= warnDays,
  );
  if (closing) return { state: "no-date", closes: closing.to, days: daysBetween(today, closing.to) };
  const current = times.filter((one) => one !== undefined && one.to >= today);
  const coming = [...events, ...current.filter((one) => one?.state === "planned")]
    .flatMap((one) => (one && one.to >= today ? [one.from] : []))
    .sort();
  if (coming[0] !== undefined) return { state: "planned", next: coming[0] };
  if (current.some((one) => one?.state === "in_preparation")) return { state: "in-preparation" };
  const isOver = timing.windows.length === 0 && times.some((one) => one?.state === "done");
  if (!isOver && (timing.kind === "continuous" || timing.kind === "on-demand"))
    return { state: "running", kind: timing.kind };
  const last = [...events, ...times.filter((one) => one?.state === "done")]
    .flatMap((one) => one?.to ?? [])
    .sort()
    .at(-1);
  if (last === undefined) return { state: "not-started" };
  const ahead = empty.filter(({ to }) => to >= today).length;
  if (ahead > 0) return { state: "partly", done: windows.length - ahead, of: windows.length };
  return { state: "done", last };
}

/**
 * Whether what was set falls in a window. Offices say spring of January to June and autumn of August to December, so a
 * season takes its half-year (timing.md, windows and what fits them).
 */
export function fits(event: RowEvent, window: Pick<Window, "from" | "to" | "precision">): boolean {
  const { from, to } = kindly(window);
  return event.to >= from && event.from <= to;
}

/** The days on which what is held fits a window: of a season its half-year, else the window's own. ISO. */
export function kindly(window: Pick<Window, "from" | "to" | "precision">): RowEvent {
  const year = window.from.slice(0, 4);
  if (window.precision === "season" && window.from.endsWith("-03-01"))
    return { from: `${year}-01-01`, to: `${year}-06-30` };
  if (window.precision === "season" && window.from.endsWith("-09-01"))
    return { from: `${year}-08-01`, to: `${year}-12-31` };
  return { from: window.from, to: window.to };
}
