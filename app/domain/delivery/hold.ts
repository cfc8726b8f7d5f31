/** What became of one message at the recipient's server; unknown when the reply says neither for good nor for now. */
export type Outcome = "delivered" | "hard" | "soft" | "unknown";

/** Why nothing is sent to an address (M3). */
export type HoldReason = "bounced" | "by_hand" | "complained";

/** How many failures in a row that may pass hold an address. */
export const softLimit = 3;

/**
 * Whether an address is to be held (M3): after one hard failure, or three soft in a row. Unknown counts as soft.
 *
 * @param newest what became of the last messages to the address, the newest first
 */
export function isToBeHeld(newest: readonly Outcome[]): boolean {
  const run = newest.indexOf("delivered");
  const failures = run === -1 ? newest : newest.slice(0, run);
  return newest[0] === "hard" || failures.length >= softLimit;
}

/** What an SMTP reply says of the recipient (RFC 5321 4.2.1): 5xx is for good, 4xx for now; "550 5.1.1" as "550". */
export function outcomeOf(code: string): Outcome {
  if (/^5\d\d\b/.test(code)) return /^552\b|^\d{3} 5\.2\.2\b/.test(code) ? "soft" : "hard";
  return /^4\d\d\b/.test(code) ? "soft" : "unknown";
}
