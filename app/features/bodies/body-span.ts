/** Where a span stands on a day; without first or last day it is open. */
export function standing(
  { from, to }: { from: string | null; to: string | null },
  today: string,
): "coming" | "standing" | "ended" {
  if (to !== null && to <= today) return "ended";
  return from !== null && from > today ? "coming" : "standing";
}
