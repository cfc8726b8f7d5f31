import { addDays } from "../shared/days";
import { type ActivityState, isOver } from "./activity";

/** After so many days without a word an activity that goes on is stale: a third of a year. */
export const silentDays = 120;
/** How long after its time began, or ended, an activity may stand as it did. */
export const graceDays = 14;

export type StaleInput = {
  state: ActivityState;
  /** The day its state was last said; null: never. */
  saidOn: string | null;
  /** When it is to be done, sorted; none: always, on demand, or nobody said. */
  windows: readonly { from: string; to: string }[];
  /** The day the plan began to apply. */
  since: string;
};

export type Stale = { kind: "not-begun" | "overdue" | "silent"; since: string };

/**
 * Why somebody should say how an activity goes, and since which day; null when nobody need. One whose last time is over
 * is overdue, one whose time has come and of which nothing was said since has not begun, and all others may be silent
 * for a third of a year. The day depends on what was said only, so that it is the same each time it is asked.
 */
export function staleness({ state, saidOn, windows, since }: StaleInput, today: string): Stale | null {
  if (isOver(state)) return null;
  const said = saidOn !== null && saidOn > since ? saidOn : since;
  const silent: Stale = { kind: "silent", since: addDays(said, silentDays) };
  const last = windows.reduce<string | null>((latest, { to }) => (latest === null || to > latest ? to : latest), null);
  const candidates: Stale[] = [silent];
  if (last !== null && (saidOn === null || saidOn <= last))
    candidates.push({ kind: "overdue", since: addDays(last > since ? last : since, graceDays) });
  const begun = windows.filter(({ from }) => from <= today).at(-1);
  if (state === "not_started" && begun && (saidOn === null || saidOn < begun.from))
    candidates.push({ kind: "not-begun", since: addDays(begun.from > since ? begun.from : since, graceDays) });
  const due = candidates.filter((one) => one.since <= today);
  const order = ["overdue", "not-begun", "silent"];
  return due.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0] ?? null;
}

/** Whether the owner is to be told: of each reason once. `nudgedOn` is the day she was last told. */
export function mayNudge(stale: Stale | null, nudgedOn: string | null): boolean {
  return stale !== null && (nudgedOn === null || nudgedOn < stale.since);
}
