import { addDays, daysBetween, firstOfMonth } from "../shared/days";
import { isPublicHoliday } from "./holidays";
import type { Timing, Window } from "./meaning";
import type { Cadence } from "./parser";

type Period = { from: string; to: string };

/** Which days cannot be proposed: `closed` to the region, `busy` for those it is for. Of ISO days; pure. */
export type Avoided = { closed?: (day: string) => boolean; busy?: (day: string) => boolean };

const daysPer = { week: 7, month: 365.25 / 12, quarter: 365.25 / 4, "half-year": 365.25 / 2, year: 365.25 };

/** Nothing is proposed on a weekend, a public holiday, in July, or from 20 December to 2 January. */
function isQuiet(day: string): boolean {
  const date = day.slice(5);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday % 6 === 0 || date.startsWith("07-") || date >= "12-20" || date <= "01-02" || isPublicHoliday(day);
}

/** How many times a cadence happens in so many days, at the least it promises, and at least once. */
function timesIn({ min, per, months }: Cadence, days: number): number {
  if (per === "period")
    return months === undefined ? min : Math.max(1, Math.round((min * days) / (daysPer.month * months)));
  return Math.max(1, Math.round((min * days) / daysPer[per]));
}

/**
 * A period (ISO days, both inclusive) cut into as many equal parts as a cadence has times in it, in order: of whole
 * months where these come out even, else of days.
 */
export function slots(cadence: Cadence, period: Period): Period[] {
  const length = daysBetween(period.from, period.to) + 1;
  if (!(length > 0)) return [];
  const times = Math.min(timesIn(cadence, length), length);
  const months = wholeMonths(period);
  const begins = (part: number) =>
    months !== null && months % times === 0
      ? firstOfMonth(period.from, (part * months) / times)
      : addDays(period.from, Math.floor((part * length) / times));
  return Array.from({ length: times }, (_, part) => ({ from: begins(part), to: addDays(begins(part + 1), -1) }));
}

/** How many months a period is of; null when it begins or ends within one. */
function wholeMonths({ from, to }: Period): number | null {
  const after = addDays(to, 1);
  if (!from.endsWith("-01") || !after.endsWith("-01")) return null;
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return month(after) - month(from);
}

/**
 * Days to propose for a cadence, evenly over a period (ISO days, both inclusive): each of its equal parts (`slots`)
 * gets the day nearest its middle that may be proposed, the later of two. A part without such a day gets none. Sorted;
 * no clock, no chance.
 */
export function spread(cadence: Cadence, period: Period, { closed, busy }: Avoided = {}): string[] {
  const may = (day: string) => !isQuiet(day) && !closed?.(day) && !busy?.(day);
  return slots(cadence, period).flatMap(({ from, to }) => {
    const length = daysBetween(from, to) + 1;
    const middle = addDays(from, Math.floor((length - 1) / 2));
    for (let away = 0; away < length; away++) {
      const days = away === 0 ? [middle] : [addDays(middle, away), addDays(middle, -away)];
      const found = days.find((day) => day >= from && day <= to && may(day));
      if (found) return [found];
    }
    return [];
  });
}

const byTime = (a: Window, b: Window) => (a.from + a.to < b.from + b.to ? -1 : 1);

/** The spans a cadence is counted in from a day on: years, or so many months, one after the other. */
function* spansOf({ per, months }: Cadence, after: string, period: Period | undefined): Generator<Period> {
  if (per === "period" && months === undefined) {
    if (period) yield period;
    return;
  }
  const years = per === "period" ? Math.max(1, Math.round((months ?? 12) / 12)) : 1;
  const first = Number(after.slice(0, 4));
  for (let year = first; year < first + 10 * years; year += years)
    yield { from: `${year}-01-01`, to: `${year + years - 1}-12-31` };
}

/**
 * The next `n` times of a timing that are not over on the day `after` (ISO): its windows as they are, its cadences as
 * proposed days. A count without a length ("three meetings") needs `period`. What is continuous or on demand has none.
 */
export function nextOccurrences(
  timing: Timing,
  after: string,
  n: number,
  { period, ...avoided }: Avoided & { period?: Period } = {},
): Window[] {
  const found = new Map<string, Window>();
  const add = (window: Window) => window.to > after && found.set(`${window.from} ${window.to}`, window);
  timing.windows.forEach(add);
  for (const cadence of timing.cadences) {
    let own = 0;
    for (const span of spansOf(cadence, after, period)) {
      for (const day of spread(cadence, span, avoided)) if (add({ from: day, to: day, precision: "day" })) own++;
      if (own >= n) break;
    }
  }
  return [...found.values()].sort(byTime).slice(0, n);
}
