import { addDays, isoWeek } from "../shared/days";

/** A meeting of a body: an ISO day, and minutes after midnight. */
export type Meeting = { bodyId: string; day: string; from: number; to: number; place: string };

/** What stands against a meeting on a day; of another meeting of the plan it is `"taken"`. */
export type Against<Reason> = (meeting: Meeting) => Reason | null;

export type ProposedMeeting<Reason> = Meeting & {
  /** The day of last year's it is moved from. */
  was: string;
  /** What stands against the day it should have had, where it was moved away. */
  moved: { day: string; reason: Reason | "taken" } | null;
};

/** The day of the same ISO week and weekday in another year; week 53 is the last week where the year has none. */
export function sameWeekday(day: string, year: number): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const fourth = `${year}-01-04`;
  const monday = addDays(fourth, -((new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7));
  const moved = addDays(monday, (isoWeek(day) - 1) * 7 + weekday);
  if (moved > `${year}-12-31`) return addDays(moved, -7);
  return moved < `${year}-01-01` ? addDays(moved, 7) : moved;
}

/** The days that are tried for one that is closed: the weekday of the weeks beside it, then the days nearest to it. */
function daysBeside(day: string): string[] {
  const weeks = [7, -7, 14, -14, 21, -21];
  const near = Array.from({ length: 10 }, (_, at) => at + 1).flatMap((off) => [off, -off]);
  return [...weeks, ...near.filter((off) => off % 7 !== 0)].map((off) => addDays(day, off));
}

export function overlaps(a: Meeting, b: Meeting): boolean {
  return a.day === b.day && a.from < b.to && b.from < a.to;
}

/**
 * A year's meetings from those of the year before: the same weekday of the same week, and where something stands
 * against that, or another meeting of the plan is then, the nearest day that is free. In the order of the days.
 */
export function proposeMeetings<Reason>(
  last: readonly Meeting[],
  year: number,
  against: Against<Reason>,
): ProposedMeeting<Reason>[] {
  const proposed: ProposedMeeting<Reason>[] = [];
  const reasonOf = (meeting: Meeting): Reason | "taken" | null =>
    proposed.some((other) => overlaps(other, meeting)) ? "taken" : against(meeting);
  for (const meeting of [...last].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const wanted = sameWeekday(meeting.day, year);
    const reason = reasonOf({ ...meeting, day: wanted });
    const free = (day: string) => day.startsWith(String(year)) && reasonOf({ ...meeting, day }) === null;
    const day = reason === null ? wanted : (daysBeside(wanted).find(free) ?? wanted);
    proposed.push({
      ...meeting,
      day,
      was: meeting.day,
      moved: reason === null ? null : { day: wanted, reason },
    });
  }
  return proposed.sort((a, b) =>
    a.day + String(a.from).padStart(4, "0") < b.day + String(b.from).padStart(4, "0") ? -1 : 1,
  );
}
