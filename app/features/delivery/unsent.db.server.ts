import type { RegionDb } from "~/platform/db/region-db.server";

/** Drops the issues of a newsletter that have not begun to leave for somebody. Returns how many. */
export async function dropIssuesTo(
  db: RegionDb,
  { personId, newsletterId }: { personId: string; newsletterId: string },
): Promise<number> {
  const { count } = await db.delivery.updateMany({
    where: { personId, issue: { newsletterId }, state: "queued", batchId: null },
    data: { state: "dropped", secret: null, lastError: "left: newsletter" },
  });
  return count;
}
