import { easterOf, isPublicHoliday } from "~/domain/timing";
import { addDays, daysBetween } from "../shared/days";
import { instantToLocal, localToInstant } from "../shared/local-time";
import { minutesOf, timeOf } from "./clock-minutes";

/** When a region's automatic mail may leave (M8). */
export type OfficeHours = {
  /** IANA name. */
  zone: string;
  /** Minutes after midnight, local time; it opens before it closes. */
  opens: number;
  closes: number;
  /** Whether the three days before Easter's first holiday are closed too. */
  easterClosed: boolean;
  /** Days on which the region itself is closed (ISO, both inclusive). */
  closed: readonly { from: string; to: string }[];
};

/** Further on than this nothing is looked for: a region that is closed for so long has no office hours. Days. */
const farthest = 400;

/**
 * Whether a day (ISO) is a working day: no weekend, no public holiday, not 24 or 31 December, not Monday to Wednesday
 * before Easter where the region says so, and none of its own closed days (M8).
 */
export function isWorkingDay(day: string, hours: Pick<OfficeHours, "easterClosed" | "closed">): boolean {
  if (new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0) return false;
  if (isPublicHoliday(day) || day.endsWith("-12-24") || day.endsWith("-12-31")) return false;
  const toEaster = daysBetween(day, easterOf(Number(day.slice(0, 4))));
  if (hours.easterClosed && toEaster >= 4 && toEaster <= 6) return false;
  return !hours.closed.some(({ from, to }) => from <= day && day <= to);
}

/** The day and the minutes after midnight that the region's clock shows. */
function clockOf(instant: string, zone: string): { day: string; minutes: number } {
  const { date, time } = instantToLocal(instant, zone);
  return { day: date, minutes: minutesOf(time) ?? 0 };
}

/** Whether mail may leave by itself at an instant. */
export function isOpen(instant: string, hours: OfficeHours): boolean {
  const { day, minutes } = clockOf(instant, hours.zone);
  return isWithin(minutes, hours) && isWorkingDay(day, hours);
}

const isWithin = (minutes: number, { opens, closes }: OfficeHours) => minutes >= opens && minutes < closes;

/** The instant of so many minutes after midnight; the first one after them where the clock skips them. */
function instantOf(day: string, minutes: number, zone: string): string {
  for (let at = minutes; at < 24 * 60; at += 1) {
    const found = localToInstant(day, timeOf(at), zone);
    if (found.ok) return found.instant;
  }
  return instantOf(addDays(day, 1), 0, zone);
}

/** The first instant at or after this one at which mail may leave by itself; null when none is near. */
export function nextOpening(instant: string, hours: OfficeHours): string | null {
  if (isOpen(instant, hours)) return instant;
  const { day, minutes } = clockOf(instant, hours.zone);
  for (let on = 0; on < farthest; on += 1) {
    const later = addDays(day, on);
    if ((on === 0 && minutes >= hours.opens) || !isWorkingDay(later, hours)) continue;
    const opening = instantOf(later, hours.opens, hours.zone);
    if (isOpen(opening, hours)) return opening;
  }
  return null;
}

/**
 * When a reminder that is meant for an instant leaves (M8): then, if the region is open; after closing time on a
 * working day at that day's opening; else on the working day before, at the same time of day where the region is open
 * then, and when it opens where it is not. Null when no working day is near.
 */
export function reminderTime(instant: string, hours: OfficeHours): string | null {
  if (isOpen(instant, hours)) return instant;
  const { day, minutes } = clockOf(instant, hours.zone);
  const at = isWithin(minutes, hours) ? minutes : hours.opens;
  for (let back = minutes >= hours.closes ? 0 : 1; back < farthest; back += 1) {
    const earlier = addDays(day, -back);
    if (!isWorkingDay(earlier, hours)) continue;
    const found = instantOf(earlier, at, hours.zone);
    if (isOpen(found, hours)) return found;
  }
  return null;
}

/** The day (ISO) so many working days before another. */
export function workingDayBefore(day: string, days: number, hours: OfficeHours): string {
  let [found, left] = [day, days];
  for (let tried = 0; left > 0 && tried < farthest * 2; tried += 1) {
    found = addDays(found, -1);
    if (isWorkingDay(found, hours)) left -= 1;
  }
  return found;
}

/** A time of day ("HH:MM") on a day, as an instant, where the region is open then; else when it opens. */
export function openingOf(day: string, hours: OfficeHours, time?: string): string {
  const minutes = (time && minutesOf(time)) || hours.opens;
  return instantOf(day, isWithin(minutes, hours) ? minutes : hours.opens, hours.zone);
}

export type PlannedTime =
  | { ok: true; at: string }
  | { ok: false; reason: "no-such-time" | "in-the-past" }
  | { ok: false; reason: "closed"; nearest: string | null }
  /** Before it begins the region is not open any more when `nearest` is null. */
  | { ok: false; reason: "after-start"; nearest: string | null };

/**
 * A time somebody wrote for something to be sent by itself: in office hours, not in the past and before `before`.
 * Where it is refused, `nearest` is the first time that is allowed from then on, or from now on.
 *
 * @param written "YYYY-MM-DD" and "HH:MM", in the region's zone
 * @param now,before ISO instants
 */
export function judgePlanned(
  written: { date: string; time: string },
  hours: OfficeHours,
  { now, before }: { now: string; before: string },
): PlannedTime {
  const found = localToInstant(written.date, written.time, hours.zone);
  if (!found.ok) return { ok: false, reason: "no-such-time" };
  const at = found.instant;
  if (Date.parse(at) <= Date.parse(now)) return { ok: false, reason: "in-the-past" };
  const inTime = (opening: string | null) => opening && (Date.parse(opening) < Date.parse(before) ? opening : null);
  const soonest = inTime(nextOpening(now, hours));
  if (Date.parse(at) >= Date.parse(before)) return { ok: false, reason: "after-start", nearest: soonest };
  if (isOpen(at, hours)) return { ok: true, at };
  return { ok: false, reason: "closed", nearest: inTime(nextOpening(at, hours)) ?? soonest };
}
