import type { GroupKind, GroupPart } from "~/domain/groups/words";
import { addDays } from "~/domain/shared/days";
import type { MemberFacts, OpenSpan } from "~/features/groups/groups.db.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";

/** What a group is for: "Arbeidsgruppe". */
export const kindNames: Record<GroupKind, () => string> = {
  working: () => m.groups_kind_working(),
  coordination: () => m.groups_kind_coordination(),
  project: () => m.groups_kind_project(),
  steering: () => m.groups_kind_steering(),
  other: () => m.groups_kind_other(),
};

/** The heading over several of a kind: "Arbeidsgrupper". */
export const kindTitles: Record<GroupKind, () => string> = {
  working: () => m.groups_kinds_working(),
  coordination: () => m.groups_kinds_coordination(),
  project: () => m.groups_kinds_project(),
  steering: () => m.groups_kinds_steering(),
  other: () => m.groups_kinds_other(),
};

export const partNames: Record<GroupPart, () => string> = {
  leader: () => m.groups_part_leader(),
  member: () => m.groups_part_member(),
  deputy: () => m.groups_part_deputy(),
};

/** When something stands, in words: "Frå 1. mai 2026", "1. mai 2026 – 3. juni 2027"; empty when it has no ends. */
export function openSpanWords({ from, to }: OpenSpan): string {
  const last = to === null ? null : addDays(to, -1);
  if (from !== null && last !== null && last < from) return m.groups_span_withdrawn();
  if (from !== null && last !== null) return m.groups_span({ from: describeDay(from), to: describeDay(last) });
  if (from !== null) return m.groups_span_from({ from: describeDay(from) });
  return last === null ? "" : m.groups_span_to({ to: describeDay(last) });
}

/** The last day of a span, as a form shows it. */
export function lastDayOf({ to }: OpenSpan): string {
  return to === null ? "" : addDays(to, -1);
}

/** Who is the member: a person, a group, or an actor or municipality as such. */
export function memberName({ person, group, actor, municipality }: MemberFacts): string {
  return (person ?? group ?? actor ?? municipality)?.name ?? "";
}

/** Whom a person represents; empty for others. */
export function representsName({ person, actor, municipality }: MemberFacts): string {
  return person ? ((actor ?? municipality)?.name ?? "") : "";
}
