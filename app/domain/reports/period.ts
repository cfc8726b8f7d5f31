import { addDays } from "../shared/days";
import type { RoundKind } from "./round-content";

export const roundKinds = ["four_monthly", "half_yearly", "yearly"] as const satisfies readonly RoundKind[];

const months: Record<RoundKind, number> = { four_monthly: 4, half_yearly: 6, yearly: 12 };

/** ISO days, both inclusive. */
export type Period = { from: string; to: string };

/** Which part of its year a period that begins on a day is, from 1. */
export const partOfYear = (kind: RoundKind, from: string) =>
  Math.floor((Number(from.slice(5, 7)) - 1) / months[kind]) + 1;

/** How near its end a period is when it is time to make its round. Days. */
const near = 45;

/**
 * The period a new round is of: the one after the last round of its kind, else the last that is over or soon is. A
 * last period that was cut otherwise than by the calendar is followed by one of whole months from the day after it.
 */
export function periodAfter(kind: RoundKind, last: Period | null, today: string): Period {
  if (last) {
    const from = addDays(last.to, 1);
    return { from, to: endOf(from, months[kind]) };
  }
  const soon = addDays(today, near);
  const year = Number(soon.slice(0, 4));
  const parts = 12 / months[kind];
  const all = [year - 1, year].flatMap((one) => Array.from({ length: parts }, (_, at) => partFrom(kind, one, at)));
  const over = all.filter(({ to }) => to <= soon).at(-1);
  return over ?? partFrom(kind, year - 1, parts - 1);
}

function partFrom(kind: RoundKind, year: number, at: number): Period {
  const from = `${year}-${String(at * months[kind] + 1).padStart(2, "0")}-01`;
  return { from, to: endOf(from, months[kind]) };
}

/** The last day of so many months from a day on. */
function endOf(from: string, count: number): string {
  const [year = 0, month = 1, day = 1] = from.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return addDays(first.toISOString().slice(0, 10), -1);
}

export const overlaps = (a: Period, b: Period) => a.from <= b.to && b.from <= a.to;
