import { addDays, firstOfMonth, isDay, isoWeek } from "../shared/days";

/** ISO days, both inclusive. */
type Span = { from: string; to: string };

/** A week of a month: its ISO number and its seven days (ISO), Monday first; those of the neighbouring months included. */
export type GridWeek = { week: number; days: string[] };

/** The month of an address, "2021-05"; null when it is none. */
export function parseMonth(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`) ? text : null;
}

/** The month so many months on: "2021-12" and 1 is "2022-01". */
export function addMonths(month: string, months: number): string {
  return firstOfMonth(`${month}-01`, months).slice(0, 7);
}

/** The first and the last day of a month. */
export function daysOfMonth(month: string): Span {
  return { from: `${month}-01`, to: addDays(firstOfMonth(`${month}-01`, 1), -1) };
}

/** The weeks that have a day of a month ("2021-05"), in order. */
export function monthGrid(month: string): GridWeek[] {
  const { from, to } = daysOfMonth(month);
  const weeks: GridWeek[] = [];
  const weekday = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
  for (let monday = addDays(from, -weekday); monday <= to; monday = addDays(monday, 7))
    weeks.push({ week: isoWeek(monday), days: Array.from({ length: 7 }, (_, at) => addDays(monday, at)) });
  return weeks;
}

/**
 * Gives each span that touches a month a lane, the same for all its weeks: those that begin first, and of those the
 * longest, stand outermost; no two of a lane share a day. Spans outside the month get none.
 */
export function lanesOf<S extends Span>(spans: readonly S[], month: string): { span: S; lane: number }[] {
  const { from, to } = daysOfMonth(month);
  const ends: string[] = [];
  return spans
    .filter((span) => span.from <= to && span.to >= from)
    .map((span) => ({
      span,
      begins: compare(span.from, from) < 0 ? from : span.from,
      ends: compare(span.to, to) > 0 ? to : span.to,
    }))
    .sort(({ span: a }, { span: b }) => compare(a.from, b.from) || compare(b.to, a.to))
    .map(({ span, begins, ends: until }) => {
      const free = ends.findIndex((end) => end < begins);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = until;
      return { span, lane };
    });
}

/**
 * What stands in a lane of a week, from Monday on: a span with how many of the week's days it covers and whether it
 * begins and ends there, or one free day. Days of other months are free.
 */
export type LaneCell<S> = { span: S; days: number; begins: boolean; ends: boolean } | { day: string };

/** The cells of a week, lane by lane, down to the last lane that is in use. */
export function weekLanes<S extends Span>(
  week: GridWeek,
  month: string,
  placed: readonly { span: S; lane: number }[],
): LaneCell<S>[][] {
  const { from, to } = daysOfMonth(month);
  const own = week.days.filter((day) => day >= from && day <= to);
  const first = own[0] ?? from;
  const last = own.at(-1) ?? to;
  const here = placed.filter(({ span }) => span.from <= last && span.to >= first);
  const lanes = Math.max(-1, ...here.map(({ lane }) => lane)) + 1;
  return Array.from({ length: lanes }, (_, lane) => {
    const cells: LaneCell<S>[] = [];
    for (let at = 0; at < 7; ) {
      const day = week.days[at] ?? "";
      const bar = here.find((one) => one.lane === lane && day >= first && day <= last && covers(one.span, day));
      if (!bar) {
        cells.push({ day });
        at += 1;
        continue;
      }
      const days = own.filter((one) => one >= day && covers(bar.span, one)).length;
      const until = week.days[at + days - 1] ?? day;
      cells.push({ span: bar.span, days, begins: bar.span.from >= day, ends: bar.span.to <= until });
      at += days;
    }
    return cells;
  });
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

const covers = ({ from, to }: Span, day: string) => from <= day && day <= to;
