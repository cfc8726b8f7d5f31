/** When a role is held: from a day (inclusive) to a day (exclusive); null is without end. Days are "YYYY-MM-DD". */
export type Span = { from: string; to: string | null };

const millisecondsOfDay = 86_400_000;

/** The day a number of days later (or earlier, when negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * millisecondsOfDay).toISOString().slice(0, 10);
}

/** The span of a first and a last day, both included; no last day is without end. */
export function spanOf(
  first: string,
  last: string | null,
): { ok: true; span: Span } | { ok: false; reason: "end-before-start" } {
  if (last !== null && last < first) return { ok: false, reason: "end-before-start" };
  return { ok: true, span: { from: first, to: last === null ? null : addDays(last, 1) } };
}

/** The last day of a span; null when it has no end, or no day at all. */
export function lastDay({ from, to }: Span): string | null {
  return to === null || to <= from ? null : addDays(to, -1);
}

/** Whether a span has no day in it: a role that was withdrawn before it began. */
export function isEmpty({ from, to }: Span): boolean {
  return to !== null && to <= from;
}

export function overlap(a: Span, b: Span): boolean {
  if (isEmpty(a) || isEmpty(b)) return false;
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}

/** Where a role stands on a day. */
export function standing(span: Span, today: string): "coming" | "held" | "ended" {
  if (isEmpty(span) || (span.to !== null && span.to <= today)) return "ended";
  return span.from > today ? "coming" : "held";
}

/**
 * What a role's span becomes when it ends.
 *
 * @param last the last day it is held, or "now": it is not held from today on
 */
export function endSpan(
  span: Span,
  last: string | "now",
  today: string,
): { ok: true; span: Span } | { ok: false; reason: "end-before-start" } {
  if (last === "now") return { ok: true, span: { from: span.from, to: span.from > today ? span.from : today } };
  return spanOf(span.from, last);
}

/**
 * Whether a day from today on that has a coordinator would be left without one.
 *
 * @param others the spans of all other coordinator roles
 */
export function leavesGap(before: Span, after: Span, others: readonly Span[], today: string): boolean {
  if (after.to === null || isEmpty(before)) return false;
  let day = [after.to, before.from, today].reduce((a, b) => (a > b ? a : b));
  const until = before.to;
  const sorted = others.filter((span) => !isEmpty(span)).sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const other of sorted) {
    if (until !== null && day >= until) return false;
    if (other.from > day) return true;
    if (other.to === null) return false;
    if (other.to > day) day = other.to;
  }
  return until === null || day < until;
}
