import type { Outcome } from "./hold";

/** What the outside says of a message after it left (M4). */
export type ReportKind = "sent" | "delivered" | "delayed" | "hard" | "soft" | "complaint";

/**
 * What became of a message, from everything that has been said of it, in whatever order that came and however often. A
 * message that was refused for good after it was taken has been refused; one that was taken at last has been taken. Null
 * while nothing is settled.
 */
export function outcomeOfReports(kinds: readonly ReportKind[]): Outcome | null {
  if (kinds.includes("hard")) return "hard";
  if (kinds.includes("delivered") || kinds.includes("complaint")) return "delivered";
  return kinds.includes("soft") ? "soft" : null;
}
