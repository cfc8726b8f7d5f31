import { m } from "~/i18n/messages/messages";

/** The names of the months of a year, short, and as one letter each. */
export function monthNames(): { names: string[]; short: string[]; initials: string[] } {
  const names = m.timing_months().split(" ");
  const short = m.timing_months_short().split(" ");
  return { names, short, initials: names.map((name) => name.charAt(0).toUpperCase()) };
}

/**
 * What stands over the months of a strip: each month's name or letter in a period of at most a year, else each year's
 * number over its middle and nothing over the other months.
 */
export function stripLabels({ from, to }: { from: string; to: string }, length: "short" | "initials"): string[] {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1];
  const count = (Number(to.slice(0, 4)) - year) * 12 + Number(to.slice(5, 7)) - month;
  const names = monthNames()[length];
  return Array.from({ length: count }, (_, at) => {
    if (count <= 12) return names[(month + at) % 12] ?? "";
    return (month + at) % 12 === 5 ? String(year + Math.floor((month + at) / 12)) : "";
  });
}

/** "26. mai"; with the year when it is asked for. */
export function describeDay(iso: string, withYear = true): string {
  const words = m.timing_day({ day: Number(iso.slice(8, 10)), month: monthOf(iso) });
  return withYear ? `${words} ${iso.slice(0, 4)}` : words;
}

/** Days in words: "26. mai 2021", "1.–31. mai 2021", "1. mai–30. juni 2021"; both years where they differ. */
export function describeDays({ from, to }: { from: string; to: string }, withYear = true): string {
  if (from === to) return describeDay(from, withYear);
  const turns = from.slice(0, 4) !== to.slice(0, 4);
  if (from.slice(0, 7) !== to.slice(0, 7)) return `${describeDay(from, turns)}–${describeDay(to, withYear || turns)}`;
  const days = m.timing_days({ from: Number(from.slice(8)), to: Number(to.slice(8)), month: monthOf(from) });
  return withYear ? `${days} ${from.slice(0, 4)}` : days;
}

/** "mai 2021" */
export function describeMonth(month: string): string {
  return `${monthOf(month)} ${month.slice(0, 4)}`;
}

/** The name of the month of an ISO day or month. */
export function monthOf(iso: string): string {
  return monthNames().names[Number(iso.slice(5, 7)) - 1] ?? "";
}

/** Words as they were written, in quotation marks: "«Mat», «måltid»". */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `«${word}»`).join(", ");
}
