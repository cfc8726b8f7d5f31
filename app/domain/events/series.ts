import { addDays, daysBetween, firstOfMonth } from "../shared/days";
import { readWrittenDay } from "../shared/written-day";

/** A series makes no more gatherings than this at once, a year of weeks. */
export const gatheringsAtMost = 52;

/** When the gatherings after the first are: every so many weeks, every so many months, or on days that are written. */
export type SeriesRule =
  | { way: "weeks"; every: number; count: number }
  | { way: "months"; every: number; count: number }
  | { way: "days"; written: string };

export type SeriesDays = { days: string[]; unread: string[] };

/**
 * The days (ISO) of the gatherings after the first, at most 52. By months each is on the first's weekday and place in
 * the month: the second Tuesday; a fifth one is the last where a month has four. Days that are written keep their
 * order of time, are taken once, and must be after the first; what cannot be read is given back.
 */
export function seriesDays(first: string, rule: SeriesRule): SeriesDays {
  if (rule.way === "days") return writtenDays(first, rule.written);
  const count = Math.min(rule.count, gatheringsAtMost);
  const days = Array.from({ length: count }, (_, at) =>
    rule.way === "weeks" ? addDays(first, 7 * rule.every * (at + 1)) : sameWeekday(first, rule.every * (at + 1)),
  );
  return { days, unread: [] };
}

/** The same weekday at the same place in a month so many months later. */
function sameWeekday(first: string, months: number): string {
  const place = Math.ceil(Number(first.slice(8)) / 7);
  const month = firstOfMonth(first, months);
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
  const earliest = addDays(month, (weekday(first) - weekday(month) + 7) % 7);
  const day = addDays(earliest, 7 * (place - 1));
  return day.slice(0, 7) === month.slice(0, 7) ? day : addDays(day, -7);
}

function writtenDays(first: string, written: string): SeriesDays {
  const unread: string[] = [];
  const days = new Set<string>();
  for (const words of written.split(/[\n\r;,]+/).map((part) => part.trim())) {
    if (words === "") continue;
    const read = readWrittenDay(words);
    if (read.ok && daysBetween(first, read.day) > 0) days.add(read.day);
    else unread.push(words);
  }
  return { days: [...days].sort().slice(0, gatheringsAtMost), unread };
}
