import { carryTiming, parseTiming } from "~/domain/timing";
import { addDays, daysBetween } from "../shared/days";
import { liesOutside } from "./outside";
import type { Period } from "./period";
import { wordKey } from "./rows";

/** The cells of a row that make it the same row as another; what is chosen and noted beside them does not. */
export type CarriedCells = {
  channel: string;
  theme: string;
  goal: string;
  timing: string;
  responsible: string;
  audience: string;
};

/** What tells whether two rows say the same: their cells, whatever the case and white space. */
export function cellsKey({ channel, theme, goal, timing, responsible, audience }: CarriedCells): string {
  return [channel, theme, goal, timing, responsible, audience].map(wordKey).join("\n");
}

/**
 * The period after the last plan that is as long as the one carried over: as many whole months where it is whole months
 * long, else as many days.
 */
export function periodAfter(plan: Period, plans: readonly Period[]): Period {
  const last =
    [plan, ...plans]
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? plan.to;
  const from = addDays(last, 1);
  const after = addDays(plan.to, 1);
  if (plan.from.endsWith("-01") && after.endsWith("-01") && from.endsWith("-01"))
    return { from, to: addDays(monthsOn(from, monthOf(after) - monthOf(plan.from)), -1) };
  return { from, to: addDays(from, daysBetween(plan.from, plan.to)) };
}

const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthsOn = (day: string, months: number) => {
  const month = monthOf(day) + months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
};

/** The plan that a plan is carried over to unless somebody says another: the open one right after it. */
export function planAfter<P extends Period & { state: string }>(plan: Period, plans: readonly P[]): P | null {
  return plans.find(({ from, state }) => from === addDays(plan.to, 1) && state !== "closed") ?? null;
}

/** The words of a row in another period: what a person must look at in them, and whether they say a time in it. */
export type CarriedTiming = { text: string; changed: boolean; unsure: string[]; outside: boolean };

export function carriedTiming(timing: string, from: Period, to: Period): CarriedTiming {
  const carried = carryTiming(timing, from, to);
  return { ...carried, outside: liesOutside(parseTiming(carried.text, to), to) };
}
