import { daysBetween } from "../shared/days";

export type HolidayKind = "school" | "closed";

/** Days (ISO, both inclusive) on which schools have holidays, or the region is closed. */
export type HolidayDays = { kind: HolidayKind; name: string; from: string; to: string };

/** Longest name; most days, beyond which a year was mistyped. */
export const longestHolidayName = 80;
export const mostHolidayDays = 120;

/** What is wrong with the days themselves; null when nothing is. */
export function daysProblem({ from, to }: Pick<HolidayDays, "from" | "to">): "reversed" | "too-long" | null {
  if (to < from) return "reversed";
  return daysBetween(from, to) >= mostHolidayDays ? "too-long" : null;
}

const nameKey = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();

/**
 * How a holiday stands to those there are: the `same` one again; one of the same kind and name on some of its days,
 * which cannot both be right (`overlaps`); or others of its kind on some of its days, which may (`beside`).
 */
export function standing<H extends HolidayDays>(
  holiday: HolidayDays,
  others: readonly H[],
): { kind: "free" } | { kind: "same" | "overlaps" | "beside"; other: H } {
  const near = others.filter(({ kind, from, to }) => kind === holiday.kind && from <= holiday.to && to >= holiday.from);
  const named = near.filter(({ name }) => nameKey(name) === nameKey(holiday.name));
  const same = named.find(({ from, to }) => from === holiday.from && to === holiday.to);
  if (same) return { kind: "same", other: same };
  if (named[0]) return { kind: "overlaps", other: named[0] };
  return near[0] ? { kind: "beside", other: near[0] } : { kind: "free" };
}

/** The year in which the school year of a day (ISO) begins; it is from August to July. */
export function schoolYearOf(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < "08-01" ? 1 : 0);
}
