import { slots, type Timing, type Window } from "~/domain/timing";
import { fits, kindly, type RowEvent, type Said } from "./row-state";

type Period = { from: string; to: string };

/**
 * One time a row is to happen: a window of its words, a part of the period that a cadence promises one in, or the
 * whole period of what is continuous or on demand. ISO days, both inclusive.
 */
export type Occurrence = {
  from: string;
  to: string;
  of: "window" | "cadence" | "whole";
  state: "coming" | "open" | "passed" | "planned" | "in-preparation" | "done" | "dropped";
  /** Why it was dropped, else empty. */
  reason: string;
  /** Whether somebody has said the state; else it is read from the day and what became of the row. */
  said: boolean;
};

/** The times of a row in a plan's period, by their first day, and where each stands on a day. */
export function occurrencesOf(
  timing: Pick<Timing, "kind" | "windows" | "cadences">,
  period: Period,
  { events, said, today }: { events: readonly RowEvent[]; said: readonly Said[]; today: string },
): Occurrence[] {
  const times = new Map<string, { window: Pick<Window, "from" | "to" | "precision">; of: Occurrence["of"] }>();
  const add = (window: Pick<Window, "from" | "to" | "precision">, of: Occurrence["of"]) => {
    const key = `${window.from} ${window.to}`;
    if (!times.has(key)) times.set(key, { window, of });
  };
  for (const window of timing.windows) add(window, "window");
  for (const cadence of timing.cadences)
    for (const slot of slots(cadence, period)) add({ ...slot, precision: "day" }, "cadence");
  if (times.size === 0 && (timing.kind === "continuous" || timing.kind === "on-demand"))
    add({ ...period, precision: "year" }, "whole");
  return [...times]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { window, of }]) => {
      const { from, to } = window;
      const own = said.find((one) => one.from === from && one.to === to);
      const state = own ? toState(own.state) : stateOn(window, events, today);
      return { from, to, of, state, reason: own?.reason ?? "", said: own !== undefined };
    });
}

/** What has been said of times that the row's words no longer give, by their first day. */
export function saidBefore<S extends Pick<Said, "from" | "to">>(
  said: readonly S[],
  occurrences: readonly Pick<Occurrence, "from" | "to">[],
): S[] {
  return said
    .filter((one) => !occurrences.some(({ from, to }) => from === one.from && to === one.to))
    .sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
}

const toState = (state: Said["state"]): Occurrence["state"] => (state === "in_preparation" ? "in-preparation" : state);

function stateOn(
  window: Pick<Window, "from" | "to" | "precision">,
  events: readonly RowEvent[],
  today: string,
): Occurrence["state"] {
  const own = events.filter((event) => fits(event, window));
  if (own.some(({ to }) => to >= today)) return "planned";
  if (own.length > 0) return "done";
  if (kindly(window).to < today) return "passed";
  return window.from <= today ? "open" : "coming";
}
