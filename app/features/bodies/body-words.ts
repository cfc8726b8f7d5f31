import type { BodyKind, BodyPart } from "~/domain/bodies/words";
import { addDays } from "~/domain/shared/days";
import type { OpenSpan } from "~/features/bodies/bodies.db.server";
import type { ListedMeeting } from "~/features/bodies/meetings.db.server";
import { describeDay } from "~/features/timing/day-words";
import { asSentence, formatDate, formatTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";

export const kindNames: Record<BodyKind, () => string> = {
  assembly: () => m.bodies_kind_assembly(),
  board: () => m.bodies_kind_board(),
  council: () => m.bodies_kind_council(),
  working: () => m.bodies_kind_working(),
};

export const partNames: Record<BodyPart, () => string> = {
  leader: () => m.bodies_part_leader(),
  deputy_leader: () => m.bodies_part_deputy_leader(),
  member: () => m.bodies_part_member(),
  deputy: () => m.bodies_part_deputy(),
  observer: () => m.bodies_part_observer(),
  secretary: () => m.bodies_part_secretary(),
};

/** How far a meeting has come, in words. */
export const meetingStates: Record<ListedMeeting["state"], () => string> = {
  planned: () => m.bodies_state_planned(),
  agenda: () => m.bodies_state_agenda(),
  live: () => m.bodies_state_live(),
  ended: () => m.bodies_state_ended(),
  remarks: () => m.bodies_state_remarks(),
  approved: () => m.bodies_state_approved(),
  cancelled: () => m.bodies_state_cancelled(),
};

/** When a seat or a body stands, in words: "Fra 1. mai 2026", "1. mai 2026 – 3. juni 2027"; empty when always. */
export function spanWords({ from, to }: OpenSpan): string {
  const last = to === null ? null : addDays(to, -1);
  if (from !== null && last !== null) return m.bodies_span({ from: describeDay(from), to: describeDay(last) });
  if (from !== null) return m.bodies_span_from({ from: describeDay(from) });
  return last === null ? "" : m.bodies_span_to({ to: describeDay(last) });
}

/** The last day of a span, as a form shows it. */
export function lastDayOf({ to }: OpenSpan): string {
  return to === null ? "" : addDays(to, -1);
}

/** "Torsdag 1. juni 2017, kl. 09.00–11.30"; the day alone where no time is set. */
export function meetingWords({ day, startsAt, endsAt }: ListedMeeting, zone: string): string {
  const locale = getLocale();
  const date = asSentence(formatDate(day, locale));
  return startsAt && endsAt ? `${date}, ${formatTimeRange(startsAt, endsAt, zone, locale)}` : date;
}
