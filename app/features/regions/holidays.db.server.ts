import type { HolidayDays } from "~/domain/regions/holidays";
import { isoDay } from "~/domain/shared/days";
import type { RegionDb } from "~/platform/db/region-db.server";

export type StoredHoliday = HolidayDays & { id: string };

/** The holidays of the region that have a day in a span (ISO days, both inclusive), the first first; all without one. */
export async function listHolidays(db: RegionDb, span?: { from: string; to: string }): Promise<StoredHoliday[]> {
  const holidays = await db.holiday.findMany({
    ...(span && { where: { from: { lte: new Date(span.to) }, to: { gte: new Date(span.from) } } }),
    select: { id: true, kind: true, name: true, from: true, to: true },
    orderBy: [{ from: "asc" }, { to: "asc" }, { name: "asc" }, { id: "asc" }],
  });
  return holidays.map(({ from, to, ...holiday }) => ({ ...holiday, from: isoDay(from), to: isoDay(to) }));
}

/** Adds holidays and returns their ids, in the same order. */
export async function createHolidays(db: RegionDb, holidays: readonly HolidayDays[]): Promise<string[]> {
  const made = await db.holiday.createManyAndReturn({
    data: holidays.map(({ from, to, ...holiday }) => ({ ...holiday, from: new Date(from), to: new Date(to) })),
    select: { id: true },
  });
  return made.map(({ id }) => id);
}

export async function findHoliday(db: RegionDb, id: string): Promise<StoredHoliday | null> {
  const holiday = await db.holiday.findFirst({
    where: { id },
    select: { id: true, kind: true, name: true, from: true, to: true },
  });
  return holiday && { ...holiday, from: isoDay(holiday.from), to: isoDay(holiday.to) };
}

export async function deleteHoliday(db: RegionDb, id: string): Promise<boolean> {
  return (await db.holiday.deleteMany({ where: { id } })).count === 1;
}
