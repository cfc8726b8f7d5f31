import { type Adapter, Lucia, TimeSpan } from "lucia";
import { systemDb, systemRows } from "~/platform/db/system-db.server";
import { readCookie } from "~/platform/http/responses.server";
import { oncePerRequest } from "~/platform/request-context.server";
import { hashToken } from "~/platform/tokens.server";

export type SignedIn = {
  accountId: string;
  email: string;
  locale: string | null;
  theme: string | null;
  sessionId: string;
};

declare module "lucia" {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string; locale: string | null; theme: string | null };
    DatabaseSessionAttributes: { userAgent: string };
  }
}

/** How exactly it is kept when a session was last used. Milliseconds. */
const useStep = 5 * 60_000;
/** A session ends when it has not been used for this long, */
const idle = new TimeSpan(14, "d");
/** and in any case after this long. */
const absolute = new TimeSpan(90, "d");

type StoredSession = {
  id: string;
  accountId: string;
  userAgent: string;
  usedAt: Date;
  expiresAt: Date;
  endsAt: Date;
  email: string;
  locale: string | null;
  theme: string | null;
};

/** Lucia's storage on our tables: the cookie's value is kept as a hash, and the absolute end is enforced here. */
const adapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const [row] = await systemRows<StoredSession>()`
      SELECT session.id, session.account_id AS "accountId", session.user_agent AS "userAgent",
        session.used_at AS "usedAt", session.expires_at AS "expiresAt", session.ends_at AS "endsAt",
        account.email, account.locale, account.theme
      FROM session JOIN account ON account.id = session.account_id WHERE session.id = ${hashToken(sessionId)}`;
    const now = new Date();
    if (!row || row.endsAt <= now) return [null, null];
    if (now.getTime() - row.usedAt.getTime() > useStep)
      await systemDb().session.updateMany({ where: { id: row.id }, data: { usedAt: now } });
    const { accountId, email, locale, theme, expiresAt, userAgent } = row;
    return [
      { id: sessionId, userId: accountId, expiresAt, attributes: { userAgent } },
      { id: accountId, attributes: { email, locale, theme } },
    ];
  },
  async getUserSessions() {
    return [];
  },
  async setSession(session) {
    await systemDb().session.create({
      data: {
        id: hashToken(session.id),
        accountId: session.userId,
        userAgent: session.attributes.userAgent,
        expiresAt: session.expiresAt,
        endsAt: new Date(Date.now() + absolute.milliseconds()),
      },
    });
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await systemDb().session.updateMany({
      where: { id: hashToken(sessionId) },
      data: { expiresAt, usedAt: new Date() },
    });
  },
  async deleteSession(sessionId) {
    await systemDb().session.deleteMany({ where: { id: hashToken(sessionId) } });
  },
  async deleteUserSessions(accountId) {
    await systemDb().session.deleteMany({ where: { accountId } });
  },
  async deleteExpiredSessions() {
    const now = new Date();
    await systemDb().session.deleteMany({ where: { OR: [{ expiresAt: { lte: now } }, { endsAt: { lte: now } }] } });
  },
};

const lucia = new Lucia(adapter, {
  sessionExpiresIn: idle,
  sessionCookie: { name: "__Host-samvirk", attributes: { secure: true, sameSite: "lax", path: "/" } },
  getUserAttributes: (account) => account,
});

/** Opens a session and gives the cookie that carries it. The browser's name is kept so that the owner knows it again. */
export async function openSession(accountId: string, userAgent: string): Promise<string> {
  const session = await lucia.createSession(accountId, { userAgent: userAgent.slice(0, 200) });
  return lucia.createSessionCookie(session.id).serialize();
}

/** Who is signed in with this request; null when nobody is. */
export function currentSession(request: Request): Promise<SignedIn | null> {
  return oncePerRequest("session", async () => {
    const value = readCookie(request, lucia.sessionCookieName);
    if (!value) return null;
    const { session, user } = await lucia.validateSession(value);
    if (!session) return null;
    const { email, locale, theme } = user as unknown as { email: string; locale: string | null; theme: string | null };
    return { accountId: user.id, email, locale, theme, sessionId: hashToken(session.id) };
  });
}

/** Ends the session of this request and gives the cookie that forgets it. */
export async function endSession(request: Request): Promise<string> {
  const value = readCookie(request, lucia.sessionCookieName);
  if (value) await lucia.invalidateSession(value);
  return lucia.createBlankSessionCookie().serialize();
}

/** Removes sessions that have run out. */
export async function removeExpiredSessions(): Promise<void> {
  await lucia.deleteExpiredSessions();
}
