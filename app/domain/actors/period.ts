import { addDays } from "../shared/days";

/** From a day (inclusive) to a day (exclusive); null is open. Days are "YYYY-MM-DD". */
export type OpenSpan = { from: string | null; to: string | null };

/** The span of a first and a last day, both included; without one it is open. */
export function openSpan(
  first: string | null,
  last: string | null,
): { ok: true; span: OpenSpan } | { ok: false; reason: "end-before-start" } {
  if (first !== null && last !== null && last < first) return { ok: false, reason: "end-before-start" };
  return { ok: true, span: { from: first, to: last === null ? null : addDays(last, 1) } };
}

/** The last day of a span; null when it is open. */
export function lastDayOf({ to }: OpenSpan): string | null {
  return to === null ? null : addDays(to, -1);
}

/** Where a span stands on a day. */
export function standingOn({ from, to }: OpenSpan, day: string): "coming" | "standing" | "ended" {
  if (to !== null && to <= day) return "ended";
  return from !== null && from > day ? "coming" : "standing";
}
