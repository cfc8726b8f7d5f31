/** Minutes to wait after each failed attempt; after the last one the message has failed. */
const waits = [1, 5, 15, 60, 240, 720];

/**
 * When a message that could not be handed over is tried again; null when it is given up. A refusal that will not
 * change (a permanent SMTP answer about the recipient) is given up at once.
 */
export function nextAttempt(attempts: number, kind: "soft" | "hard", now: Date): Date | null {
  const wait = kind === "hard" ? undefined : waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * 60_000);
}
