import { removeOldLimits, removeOldSignIns } from "~/features/auth/auth.db.server";
import { systemDb } from "~/platform/db/system-db.server";
import { removeExpiredSessions } from "~/platform/session.server";

const day = 24 * 3_600_000;

/** Removes what has run out: sessions, sign-ins a day after their end, and counts of the rate limits. */
export async function removeExpired(now: Date): Promise<void> {
  await removeExpiredSessions();
  await removeOldSignIns(systemDb(), new Date(now.getTime() - day));
  await removeOldLimits(systemDb(), now);
}
