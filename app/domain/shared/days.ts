import { kept } from "./kept";

const dayMs = 86_400_000;

/** Years are reckoned day by day: twenty of them are kept. */
const atMost = 7_500;
const timeOf = kept(atMost, (day) => Date.parse(`${day}T00:00:00Z`));
const dayAt = kept(atMost, (time: number) => new Date(time).toISOString().slice(0, 10));

/** Whether a text is a day there is, "2021-05-11", of a year a register or a plan can be of. */
export function isDay(text: string): boolean {
  if (!/^(1[89]|2[01])\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The ISO day of a date as the database has days, at midnight UTC; null where there is none. */
export function isoDay(date: Date): string;
export function isoDay(date: Date | null | undefined): string | null;
export function isoDay(date: Date | null | undefined): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}

/** The ISO day this many days after another. */
export function addDays(day: string, days: number): string {
  return dayAt(timeOf(day) + days * dayMs);
}

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / dayMs);
}

/** The first day of the month, this many months on. */
export function firstOfMonth(day: string, months = 0): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
}

/** The ISO week's number. */
export function isoWeek(day: string): number {
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * dayMs);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - first) / dayMs / 7) + 1;
}
