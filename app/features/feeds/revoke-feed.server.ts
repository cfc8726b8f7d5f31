import { audit } from "~/features/audit/audit.server";
import { revokeLinks } from "~/features/auth/links.server";
import { feedMadeAt } from "~/features/feeds/feeds.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** Takes somebody's feed back: its address is nothing any more. False when there was none. */
export async function revokeFeed(db: RegionDb, { personId, now }: { personId: string; now: Date }): Promise<boolean> {
  await lockRegion(db, `feed:${personId}`);
  if (!(await feedMadeAt(db, personId, now))) return false;
  await revokeLinks(db, { purpose: "feed", subjectId: personId, now });
  await audit(db, { action: "removed", subject: "feed", id: personId });
  return true;
}
