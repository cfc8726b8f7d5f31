import type { Calendar } from "~/domain/automation/facts";
import { type DayBook, reasonAgainst } from "~/domain/events/proposals";
import {
  isWorkingDay,
  nextOpening,
  type OfficeHours,
  openingOf,
  workingDayBefore,
} from "~/domain/regions/office-hours";
import { instantToLocal, localToInstant } from "~/domain/shared/local-time";
import { dayMinutes, reminderMoment } from "~/features/events/reminder-times";

/** The region's clock and calendar, from its office hours and the days on which nothing is proposed. */
export function calendarOf(hours: OfficeHours, book: Omit<DayBook, "busy">): Calendar {
  const { zone } = hours;
  const iso = (instant: string) => new Date(instant).toISOString();
  const open = (instant: string) => iso(nextOpening(instant, hours) ?? instant);
  const free: DayBook = { ...book, busy: new Map() };
  return {
    zone,
    open,
    onOrAfter: (day) => open(openingOf(day, hours)),
    onOrBefore: (day) => iso(openingOf(isWorkingDay(day, hours) ? day : workingDayBefore(day, 1, hours), hours)),
    instant(day, time) {
      const found = localToInstant(day, time, zone);
      return iso(found.ok ? found.instant : openingOf(day, hours));
    },
    dayOf: (instant) => instantToLocal(instant, zone).date,
    mayHold: (day) => reasonAgainst(day, free) === null,
    reminder(kind, days, { startsAt, replyBy }) {
      const event = { startsAt: new Date(startsAt), replyBy: replyBy === null ? null : new Date(replyBy) };
      return reminderMoment({ kind, minutes: days * dayMinutes }, event, hours)?.toISOString() ?? null;
    },
  };
}
