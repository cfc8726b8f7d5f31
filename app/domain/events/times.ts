import { localToInstant } from "~/domain/shared/local-time";

export type TimesInput = { date: string; start: string; end: string; endDate?: string | undefined };

export type TimesVerdict =
  | { ok: true; startsAt: string; endsAt: string }
  | { ok: false; field: "date" | "start" | "end"; reason: "no-such-time" | "in-the-past" | "ends-before-start" };

/**
 * When an event is, from what was written in the form, as instants. A time that the clock skips in the zone, an
 * end that is not after the start, and a start that has been are refused, each at its field.
 *
 * @param now ISO instant
 */
export function judgeTimes(input: TimesInput, zone: string, now: string): TimesVerdict {
  const starts = localToInstant(input.date, input.start, zone);
  if (!starts.ok) return { ok: false, field: "start", reason: "no-such-time" };
  const ends = localToInstant(input.endDate || input.date, input.end, zone);
  if (!ends.ok) return { ok: false, field: "end", reason: "no-such-time" };
  if (Date.parse(ends.instant) <= Date.parse(starts.instant))
    return { ok: false, field: "end", reason: "ends-before-start" };
  if (Date.parse(starts.instant) <= Date.parse(now)) return { ok: false, field: "date", reason: "in-the-past" };
  return { ok: true, startsAt: starts.instant, endsAt: ends.instant };
}
