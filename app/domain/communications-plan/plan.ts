import { parseTiming } from "~/domain/timing";
import { addDays, isDay } from "../shared/days";
import type { Period } from "./period";

export type PlanState = "draft" | "adopted" | "closed";

/** Whether a plan and its rows may be changed. */
export const mayEdit = ({ state }: { state: PlanState }): boolean => state !== "closed";

/** Whether a plan may be taken away: nobody has adopted it, and nothing is in it. */
export const mayRemove = ({ state }: { state: PlanState }, rows: number): boolean => state === "draft" && rows === 0;

/** How many years a plan may be for. */
export const mostYears = 10;

export type PeriodFault<P extends Period = Period> =
  | { reason: "order" }
  | { reason: "too-long" }
  | { reason: "overlaps"; other: P };

/** What is wrong with a period beside the other plans of the region; null when a plan may have it. */
export function periodFault<P extends Period>(period: Period, others: readonly P[]): PeriodFault<P> | null {
  if (period.to < period.from) return { reason: "order" };
  if (period.to >= yearsOn(period.from, mostYears)) return { reason: "too-long" };
  const other = others.find(({ from, to }) => from <= period.to && to >= period.from);
  return other ? { reason: "overlaps", other } : null;
}

/** The year that follows the last plan; where there is none, the year of today. */
export function nextPeriod(plans: readonly Period[], today: string): Period {
  const last = plans
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const from = last === undefined ? `${today.slice(0, 4)}-01-01` : addDays(last, 1);
  return { from, to: addDays(yearsOn(from, 1), -1) };
}

/**
 * The rows that a period has no room for: each had a window in the plan's own, and has none in the other. Rows without
 * a window, and those whose windows were outside before, fit any.
 */
export function rowsOutside<R extends { timing: string }>(
  rows: readonly R[],
  { before, after }: { before: Period; after: Period },
): R[] {
  const within = ({ timing }: R, period: Period) =>
    parseTiming(timing, period).windows.some(({ from, to }) => from <= period.to && to >= period.from);
  return rows.filter((row) => within(row, before) && !within(row, after));
}

/** The same day so many years on; 29 February becomes 1 March in a year that has none. */
function yearsOn(day: string, years: number): string {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return isDay(moved) || !day.endsWith("-02-29") ? moved : `${moved.slice(0, 4)}-03-01`;
}
