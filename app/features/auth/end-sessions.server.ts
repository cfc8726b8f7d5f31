import { endOtherSessions, endSessionOf } from "~/features/auth/sessions.db.server";
import type { SignedIn } from "~/platform/session.server";

/** Ends one of the account's own sessions; false when it has none of this id. */
export async function endOneSession({ accountId }: SignedIn, publicId: string): Promise<boolean> {
  return endSessionOf(accountId, publicId);
}

/** Ends all the account's sessions but the one at hand. Returns how many. */
export async function endTheOtherSessions({ accountId, sessionId }: SignedIn): Promise<number> {
  return endOtherSessions(accountId, sessionId);
}
