import { addDays } from "../shared/days";

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

const fixed = ["01-01", "05-01", "05-17", "12-25", "12-26"];
/** Maundy Thursday, Good Friday, Easter, Ascension, Pentecost: days from Easter Sunday. */
const movable = [-3, -2, 0, 1, 39, 49, 50];

/** Whether a day (ISO) is a public holiday in Norway (helligdagsfredloven § 2; lov om 1. og 17. mai § 1). */
export function isPublicHoliday(day: string): boolean {
  if (fixed.includes(day.slice(5))) return true;
  const easter = easterOf(Number(day.slice(0, 4)));
  return movable.some((days) => addDays(easter, days) === day);
}
