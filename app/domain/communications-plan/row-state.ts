import type { Timing, Window } from "~/domain/timing";

/** An event made from a row, as local ISO days. */
export type RowEvent = { from: string; to: string };

export type RowState =
  | { state: "not-started" }
  /** The window closes within thirty days, or is open to its last day, and nothing is set in it. */
  | { state: "no-date"; closes: string; days: number }
  | { state: "planned"; next: string }
  /** What was set is over, and more windows are to come. */
  | { state: "partly"; done: number; of: number }
  | { state: "done"; last: string }
  /** Continuous or on demand, and nothing to come. */
  | { state: "running"; kind: "continuous" | "on-demand" };

const dayMs = 86_400_000;
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** How long before a window closes a date must be set. Days. */
const warnDays = 30;

/** Where a row stands on a day, by its timing and the events made from it that are not cancelled. */
export function rowState(
  timing: Pick<Timing, "kind" | "windows">,
  events: readonly RowEvent[],
  today: string,
): RowState {
  const empty = timing.windows.filter((window) => !events.some((event) => fits(event, window)));
  const closing = empty.find(({ to }) => to >= today && daysBetween(today, to) <= warnDays);
  if (closing) return { state: "no-date", closes: closing.to, days: daysBetween(today, closing.to) };
  const coming = events
    .filter(({ to }) => to >= today)
    .map(({ from }) => from)
    .sort();
  if (coming[0] !== undefined) return { state: "planned", next: coming[0] };
  if (timing.kind === "continuous" || timing.kind === "on-demand") return { state: "running", kind: timing.kind };
  const last = events
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (last === undefined) return { state: "not-started" };
  const ahead = empty.filter(({ to }) => to >= today).length;
  if (ahead > 0) return { state: "partly", done: timing.windows.length - ahead, of: timing.windows.length };
  return { state: "done", last };
}

/**
 * Whether what was set falls in a window. Offices say spring of January to June and autumn of August to December, so a
 * season takes its half-year (timing.md, windows and what fits them).
 */
export function fits(event: RowEvent, window: Pick<Window, "from" | "to" | "precision">): boolean {
  const year = window.from.slice(0, 4);
  const [from, to] =
    window.precision !== "season"
      ? [window.from, window.to]
      : window.from.endsWith("-03-01")
        ? [`${year}-01-01`, `${year}-06-30`]
        : window.from.endsWith("-09-01")
          ? [`${year}-08-01`, `${year}-12-31`]
          : [window.from, window.to];
  return event.to >= from && event.from <= to;
}
