import { addDays } from "../shared/days";
import { kept } from "../shared/kept";

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): string {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * a + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((a + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * late + 114;
  const two = (number: number) => String(number).padStart(2, "0");
  return `${year}-${two(Math.floor(days / 31))}-${two((days % 31) + 1)}`;
}

/** The public holidays of Norway, by what is celebrated. */
export type PublicHoliday =
  | "new-year"
  | "maundy-thursday"
  | "good-friday"
  | "easter-sunday"
  | "easter-monday"
  | "labour-day"
  | "constitution-day"
  | "ascension"
  | "pentecost"
  | "whit-monday"
  | "christmas"
  | "boxing-day";

/** By month and day. */
const fixed = new Map<string, PublicHoliday>([
  ["01-01", "new-year"],
  ["05-01", "labour-day"],
  ["05-17", "constitution-day"],
  ["12-25", "christmas"],
  ["12-26", "boxing-day"],
]);
/** By days from Easter Sunday. */
const movable: [number, PublicHoliday][] = [
  [-3, "maundy-thursday"],
  [-2, "good-friday"],
  [0, "easter-sunday"],
  [1, "easter-monday"],
  [39, "ascension"],
  [49, "pentecost"],
  [50, "whit-monday"],
];

/** The movable holidays of a year, by day (ISO). */
const movableIn = kept(300, (year): ReadonlyMap<string, PublicHoliday> => {
  const easter = easterOf(Number(year));
  return new Map(movable.map(([days, name]) => [addDays(easter, days), name]));
});

/**
 * The public holiday a day (ISO) is in Norway (helligdagsfredloven § 2; lov om 1. og 17. mai § 1), null when it is
 * none. Of two on one day it is the one with a date of its own.
 */
export function publicHolidayName(day: string): PublicHoliday | null {
  return fixed.get(day.slice(5)) ?? movableIn(day.slice(0, 4)).get(day) ?? null;
}

/** Whether a day (ISO) is a public holiday in Norway. */
export function isPublicHoliday(day: string): boolean {
  return publicHolidayName(day) !== null;
}
