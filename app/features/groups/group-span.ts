import { addDays } from "~/domain/shared/days";

/** What a form's first and last day, both included, are in the database; the end is exclusive. */
export function spanOfDays(
  first: string | null,
  last: string | null,
): { ok: true; validFrom: Date | null; validTo: Date | null } | { ok: false; reason: "end-before-start" } {
  if (first !== null && last !== null && last < first) return { ok: false, reason: "end-before-start" };
  const [validFrom, to] = [first && new Date(first), last && addDays(last, 1)];
  return { ok: true, validFrom: validFrom || null, validTo: to ? new Date(to) : null };
}

/** Where a span stands on a day; without first or last day it is open. */
export function openStanding(
  { from, to }: { from: string | null; to: string | null },
  today: string,
): "coming" | "standing" | "ended" {
  if (to !== null && to <= today) return "ended";
  return from !== null && from > today ? "coming" : "standing";
}
