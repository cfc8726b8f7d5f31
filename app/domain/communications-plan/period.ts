import { isDay } from "../shared/days";
/** ISO days, both inclusive. */
export type Period = { from: string; to: string };

/**
 * How a plan's period stands in an address: "2021" or "2022-2023" for whole years, else both days,
 * "2021-08-01--2022-06-30". A region has one plan for a period, so that the key is unique.
 */
export function periodKey({ from, to }: Period): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  if (from !== `${first}-01-01` || to !== `${last}-12-31`) return `${from}--${to}`;
  return first === last ? first : `${first}-${last}`;
}

/** The period of a key; null when it is not one, days that do not exist and an end before the start included. */
export function parsePeriodKey(key: string): Period | null {
  const years = /^(\d{4})(?:-(\d{4}))?$/.exec(key);
  const days = /^(\d{4}-\d{2}-\d{2})--(\d{4}-\d{2}-\d{2})$/.exec(key);
  const period = years
    ? { from: `${years[1]}-01-01`, to: `${years[2] ?? years[1]}-12-31` }
    : { from: days?.[1] ?? "", to: days?.[2] ?? "" };
  return isDay(period.from) && isDay(period.to) && period.from <= period.to ? period : null;
}

/** The period to open: the newest that has begun, else the first to come; null when there is none. */
export function currentPeriod<P extends Period>(periods: readonly P[], today: string): P | null {
  const sorted = [...periods].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1));
  return sorted.findLast(({ from }) => from <= today) ?? sorted[0] ?? null;
}
