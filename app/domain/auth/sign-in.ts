/** How long a link and its code can be used, in minutes, and how many tries at the code there are. */
export const signInMinutes = 10;
export const codeAttempts = 5;
/** How long the invitation to take a role can be used, in days. */
export const roleInvitationDays = 7;

export type SignInRecord = { expiresAt: Date; usedAt: Date | null; browserHash: string };

export type SignInVerdict = { ok: true } | { ok: false; reason: "spent" | "other-browser" };

/** Whether a link may sign in this browser now: once, in time, and only the browser that asked. */
export function judgeLink(record: SignInRecord | null, browserHash: string | null, now: Date): SignInVerdict {
  if (!record || record.usedAt !== null || record.expiresAt <= now) return { ok: false, reason: "spent" };
  if (record.browserHash !== browserHash) return { ok: false, reason: "other-browser" };
  return { ok: true };
}
