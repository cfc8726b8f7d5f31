import type { Calendar } from "~/domain/automation/facts";
import { type DayBook, reasonAgainst } from "~/domain/events/proposals";
import {
  isWorkingDay,
  nextOpening,
  type OfficeHours,
  openingOf,
  workingDayBefore,
} from "~/domain/regions/office-hours";
import { kept } from "~/domain/shared/kept";
import { instantToLocal, localToInstant } from "~/domain/shared/local-time";
import { dayMinutes, reminderMoment } from "~/features/events/reminder-times";

/** A year asks of the same days and instants again and again; so many of each are kept. */
const known = <T>(reckon: (key: string) => T) => kept(5_000, reckon);

const calendars = new Map<string, Calendar>();
const calendarsAtMost = 50;

/** The region's clock and calendar, from its office hours and the days on which nothing is proposed. */
export function calendarOf(hours: OfficeHours, book: Omit<DayBook, "busy">): Calendar {
  const key = JSON.stringify([hours, book]);
  const found = calendars.get(key);
  if (found) return found;
  if (calendars.size >= calendarsAtMost) calendars.clear();
  const calendar = newCalendar(hours, book);
  calendars.set(key, calendar);
  return calendar;
}

function newCalendar(hours: OfficeHours, book: Omit<DayBook, "busy">): Calendar {
  const { zone } = hours;
  const iso = (instant: string) => new Date(instant).toISOString();
  const open = known((instant) => iso(nextOpening(instant, hours) ?? instant));
  const free: DayBook = { ...book, busy: new Map() };
  const before = (day: string) => (isWorkingDay(day, hours) ? day : workingDayBefore(day, 1, hours));
  const instant = known((key) => {
    const [day = "", time = ""] = key.split(" ");
    const found = localToInstant(day, time, zone);
    return iso(found.ok ? found.instant : openingOf(day, hours));
  });
  const reminder = known((key) => {
    const [kind, days, startsAt = "", replyBy] = key.split(" ");
    const event = { startsAt: new Date(startsAt), replyBy: replyBy ? new Date(replyBy) : null };
    const of = kind === "unanswered" ? ("unanswered" as const) : ("coming" as const);
    return reminderMoment({ kind: of, minutes: Number(days) * dayMinutes }, event, hours)?.toISOString() ?? "";
  });
  return {
    zone,
    open,
    onOrAfter: known((day) => open(openingOf(day, hours))),
    onOrBefore: known((day) => iso(openingOf(before(day), hours))),
    instant: (day, time) => instant(`${day} ${time}`),
    dayOf: known((at) => instantToLocal(at, zone).date),
    mayHold: known((day) => reasonAgainst(day, free) === null),
    reminder: (kind, days, { startsAt, replyBy }) => reminder(`${kind} ${days} ${startsAt} ${replyBy ?? ""}`) || null,
  };
}
