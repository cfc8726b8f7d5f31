import { openSessions } from "~/features/auth/sessions.db.server";
import { browserOf } from "~/features/auth/sessions-browser";
import type { SignedIn } from "~/platform/session.server";

/** Where somebody is signed in: the session of this request first, then the last used. */
export async function sessionsView({ accountId, sessionId }: SignedIn, now: Date) {
  const sessions = await openSessions(accountId, now);
  return sessions
    .map(({ id, publicId, userAgent, createdAt, usedAt }) => ({
      id: publicId,
      browser: browserOf(userAgent),
      begun: createdAt.toISOString(),
      used: usedAt.toISOString(),
      current: id === sessionId,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}
