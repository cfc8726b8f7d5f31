import type { RegionDb } from "~/platform/db/region-db.server";

/** What has been sent, or waits, for one invitation, the newest first. */
export async function deliveriesOfInvitation(db: RegionDb, invitationId: string) {
  return db.delivery.findMany({
    where: { invitationId },
    select: { id: true, kind: true, state: true, lastError: true, sentAt: true, dueAt: true },
    orderBy: { id: "desc" },
    take: 50,
  });
}

export async function nameOfPerson(db: RegionDb, id: string): Promise<string | null> {
  return (await db.person.findFirst({ where: { id }, select: { name: true } }))?.name ?? null;
}
