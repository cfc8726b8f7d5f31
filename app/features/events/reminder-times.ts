import { type OfficeHours, openingOf, reminderTime, workingDayBefore } from "~/domain/regions/office-hours";
import { instantToLocal } from "~/domain/shared/local-time";
import type { ReminderKind } from "~/features/events/reminder-messages.server";

export const dayMinutes = 24 * 60;

/** A reminder that was to go this long ago is not sent any more. Milliseconds. */
export const tooLate = 24 * 3_600_000;

/** What an event gets when the first are invited: three working days before the day to answer by, and one before it. */
export const defaultReminders = [
  { kind: "unanswered", minutes: 3 * dayMinutes },
  { kind: "coming", minutes: dayMinutes },
] as const;

/** What may be chosen. Whole days are working days. */
export const reminderChoices = [
  ...[1, 2, 3, 5, 10].map((days) => ({ kind: "unanswered" as const, minutes: days * dayMinutes })),
  ...[1, 2, 3, 5].map((days) => ({ kind: "coming" as const, minutes: days * dayMinutes })),
  ...[1, 2, 4].map((hours) => ({ kind: "coming" as const, minutes: hours * 60 })),
];

type Timed = { startsAt: Date; replyBy: Date | null };

/**
 * When a reminder goes, by the event as it is now: whole days are counted as working days, back from the start, or for
 * those who have not answered from the day to answer by where there is one; hours back from the start. Always inside
 * office hours (M8). Null when the region is not open before then.
 */
export function reminderMoment(
  { kind, minutes }: { kind: ReminderKind; minutes: number },
  event: Timed,
  hours: OfficeHours,
): Date | null {
  const at = found();
  return at && new Date(at) < event.startsAt ? new Date(at) : null;

  function found(): string | null {
    const starts = event.startsAt.toISOString();
    if (minutes % dayMinutes !== 0)
      return reminderTime(new Date(event.startsAt.getTime() - minutes * 60_000).toISOString(), hours);
    const start = instantToLocal(starts, hours.zone);
    const replyBy = kind === "unanswered" ? event.replyBy : null;
    const day = workingDayBefore(replyBy?.toISOString().slice(0, 10) ?? start.date, minutes / dayMinutes, hours);
    return replyBy || kind === "unanswered" ? openingOf(day, hours) : openingOf(day, hours, start.time);
  }
}

/** What the key of a reminder's messages begins with: the same one of an event that has moved is another (M6). */
export function reminderKey({ kind, minutes }: { kind: ReminderKind; minutes: number }, startsAt: Date): string {
  return `event-reminder:${kind}:${minutes}:${startsAt.getTime()}:`;
}
