import { audit } from "~/features/audit/audit.server";
import { makeLinks, revokeLinks } from "~/features/auth/links.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";
import { newToken } from "~/platform/tokens.server";

/** A calendar is subscribed to for years, and its secret can be taken back. Milliseconds. */
const lasts = 10 * 365 * 24 * 60 * 60 * 1000;

/**
 * Makes somebody a feed of her own and gives its secret, which is shown once (C12). The one she had before is revoked:
 * she has one at a time, also when two are made at once.
 */
export async function makeFeed(db: RegionDb, { personId, now }: { personId: string; now: Date }): Promise<string> {
  await lockRegion(db, `feed:${personId}`);
  await revokeLinks(db, { purpose: "feed", subjectId: personId, now });
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lasts);
  await makeLinks(db, [{ token, purpose: "feed", personId, subjectId: personId, expiresAt }]);
  await audit(db, { action: "created", subject: "feed", id: personId });
  return token;
}
