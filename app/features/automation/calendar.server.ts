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

/** What is reckoned of days and instants is kept, since a year asks the same again and again; this many of each. */
const keptAtMost = 5_000;

function kept<T>(reckon: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= keptAtMost) known.clear();
    const reckoned = reckon(key);
    known.set(key, reckoned);
    return reckoned;
  };
}

const calendars = new Map<string, Calendar>();
const calendarsAtMost = 50;

/** The region's clock and calendar, from its office hours and the days on which nothing is proposed. */
export function calendarOf(hours: OfficeHours, book: Omit<DayBook, "busy">): Calendar {
  const key = JSON.stringify([hours, book]);
  const known = calendars.get(key);
  if (known) return known;
  if (calendars.size >= calendarsAtMost) calendars.clear();
  const calendar = newCalendar(hours, book);
  calendars.set(key, calendar);
  return calendar;
}

function newCalendar(hours: OfficeHours, book: Omit<DayBook, "busy">): Calendar {
  const { zone } = hours;
  const iso = (instant: string) => new Date(instant).toISOString();
  const open = kept((instant) => iso(nextOpening(instant, hours) ?? instant));
  const free: DayBook = { ...book, busy: new Map() };
  const before = (day: string) => (isWorkingDay(day, hours) ? day : workingDayBefore(day, 1, hours));
  const instant = kept((key) => {
    const [day = "", time = ""] = key.split(" ");
    const found = localToInstant(day, time, zone);
    return iso(found.ok ? found.instant : openingOf(day, hours));
  });
  const reminder = kept((key) => {
    const [kind, days, startsAt = "", replyBy] = key.split(" ");
    const event = { startsAt: new Date(startsAt), replyBy: replyBy ? new Date(replyBy) : null };
    const of = kind === "unanswered" ? ("unanswered" as const) : ("coming" as const);
    return reminderMoment({ kind: of, minutes: Number(days) * dayMinutes }, event, hours)?.toISOString() ?? "";
  });
  return {
    zone,
    open,
    onOrAfter: kept((day) => open(openingOf(day, hours))),
    onOrBefore: kept((day) => iso(openingOf(before(day), hours))),
    instant: (day, time) => instant(`${day} ${time}`),
    dayOf: kept((at) => instantToLocal(at, zone).date),
    mayHold: kept((day) => reasonAgainst(day, free) === null),
    reminder: (kind, days, { startsAt, replyBy }) => reminder(`${kind} ${days} ${startsAt} ${replyBy ?? ""}`) || null,
  };
}
