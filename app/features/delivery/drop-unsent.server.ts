import { dropIssuesTo } from "~/features/delivery/unsent.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Takes back the issues of a newsletter that wait to be sent to somebody who has left it. Returns how many. */
export async function dropUnsentIssues(db: RegionDb, of: { personId: string; newsletterId: string }): Promise<number> {
  return dropIssuesTo(db, of);
}
