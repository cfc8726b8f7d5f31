/** ISO days, both inclusive. */
export type Span = { from: string; to: string };

const DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO day. */
export function dayNumber(iso: string): number {
  return Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / DAY;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

export type Axis = {
  width: number;
  /** Where a day begins, or undefined outside the period. */
  at: (day: string) => number | undefined;
  /** A window cut to the period, as start and length; undefined when wholly outside. */
  stretch: (window: Span) => { x: number; width: number } | undefined;
  /** Where each month of the period begins, and the end of the last. */
  ticks: number[];
};

/** Days of a period laid on a line, exact to the day: x = days since the start / days in the period * width. */
export function axis(period: Span, width: number): Axis {
  const first = dayNumber(period.from);
  const days = dayNumber(period.to) - first + 1;
  const x = (day: number) => rounded(((day - first) / days) * width);
  const ticks = [0];
  const [year, month] = [Number(period.from.slice(0, 4)), Number(period.from.slice(5, 7))];
  for (let next = month; ; next++) {
    const start = Date.UTC(year, next, 1) / DAY;
    if (start >= first + days) break;
    ticks.push(x(start));
  }
  ticks.push(width);
  return {
    width,
    ticks,
    at: (iso) => {
      const day = dayNumber(iso);
      return day < first || day >= first + days ? undefined : x(day);
    },
    stretch: ({ from, to }) => {
      const start = Math.max(dayNumber(from), first);
      const end = Math.min(dayNumber(to) + 1, first + days);
      return start >= end ? undefined : { x: x(start), width: rounded(x(end) - x(start)) };
    },
  };
}

/** Where a window stands to a day: done before it, open on it, future after it. Without a day all is to come. */
export function windowState({ from, to }: Span, today: string | undefined): "done" | "open" | "future" {
  if (today === undefined || from > today) return "future";
  return to < today ? "done" : "open";
}
