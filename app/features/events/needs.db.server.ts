import type { RegionDb } from "~/platform/db/region-db.server";

const told = { needs: { not: "" } };
const municipality = { select: { municipality: { select: { name: true } } } } as const;

/** What those who come, or may come, have told of their needs: the invited and the registered. */
export async function needsOf(db: RegionDb, eventId: string) {
  const invited = await db.invitation.findMany({
    where: { eventId, withdrawnAt: null, ...told, OR: [{ answer: null }, { answer: { not: "declined" } }] },
    select: { id: true, needs: true, answer: true, person: { select: { name: true } }, municipality },
  });
  const registered = await db.registration.findMany({
    where: { eventId, ...told, state: { notIn: ["refused", "cancelled"] } },
    select: { id: true, needs: true, state: true, name: true, municipality },
  });
  return { invited, registered };
}

/** Empties the needs of everybody. Returns how many had told of some. */
export async function deleteNeeds(db: RegionDb, eventId: string): Promise<number> {
  const where = { eventId, ...told };
  const invited = await db.invitation.updateMany({ where, data: { needs: "" } });
  const registered = await db.registration.updateMany({ where, data: { needs: "" } });
  return invited.count + registered.count;
}
