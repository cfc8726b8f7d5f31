import type { RegionDb } from "~/platform/db/region-db.server";

export const recipientPageSize = 50;

/** Fifty and one of those an issue was sent to, by their deliveries; `after`: the id the last page ended with. */
export async function deliveriesOfIssue(db: RegionDb, issueId: string, after: string | null) {
  return db.delivery.findMany({
    where: { issueId, ...(after && { id: { gt: after } }) },
    select: { id: true, toName: true, toAddress: true, locale: true, state: true, sentAt: true },
    orderBy: { id: "asc" },
    take: recipientPageSize + 1,
  });
}

/** How many an issue was sent to, by how it went and in which language. */
export async function countDeliveriesOfIssue(db: RegionDb, issueId: string) {
  const groups = await db.delivery.groupBy({ by: ["state", "locale"], where: { issueId }, _count: true });
  return groups.map(({ state, locale, _count }) => ({ state, locale, count: _count }));
}
