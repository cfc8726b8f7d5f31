import type { RegionDb } from "~/platform/db/region-db.server";

/** Whether anybody has been told of an event, or has signed up to it. */
export async function isKnown(db: RegionDb, eventId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ known: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM invitation WHERE event_id = ${eventId}::uuid)
      OR EXISTS (SELECT 1 FROM registration WHERE event_id = ${eventId}::uuid)
      OR EXISTS (SELECT 1 FROM delivery WHERE event_id = ${eventId}::uuid) AS known`;
  return rows[0]?.known ?? true;
}

export async function deleteDraft(db: RegionDb, id: string): Promise<void> {
  await db.event.deleteMany({ where: { id, state: "draft" } });
}

/** How many have signed up to an event, and have not been refused or cancelled. */
export async function countSignedUp(db: RegionDb, eventId: string): Promise<number> {
  return db.registration.count({ where: { eventId, state: { notIn: ["refused", "cancelled"] } } });
}
