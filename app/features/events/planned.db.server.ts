import type { RegionDb } from "~/platform/db/region-db.server";

/** The invitations of an event that are planned for later, held so that no worker takes them: delivery and invitation. */
export async function holdPlanned(db: RegionDb, eventId: string, now: Date) {
  return db.$queryRaw<{ id: string; invitationId: string; dueAt: Date }[]>`
    SELECT id, invitation_id AS "invitationId", due_at AS "dueAt" FROM delivery
    WHERE event_id = ${eventId}::uuid AND kind = 'event-invitation' AND state = 'queued' AND due_at > ${now}
      AND attempts = 0 AND invitation_id IS NOT NULL
    FOR UPDATE`;
}

/** Lets these leave now. */
export async function letLeave(db: RegionDb, ids: string[], now: Date): Promise<void> {
  await db.delivery.updateMany({ where: { id: { in: ids }, state: "queued" }, data: { dueAt: now } });
}

/** Those of these invitations about which nothing else has been made, so that nothing is lost with them. */
export async function untoldOf(db: RegionDb, ids: string[]): Promise<{ id: string; personId: string }[]> {
  return db.invitation.findMany({
    where: {
      id: { in: ids },
      withdrawnAt: null,
      sequence: 0,
      answer: null,
      deliveries: { none: {} },
      substitutes: { none: {} },
      replies: { none: {} },
    },
    select: { id: true, personId: true },
  });
}

/** Removes invitations and the links to answer them by. */
export async function removeInvitations(db: RegionDb, ids: string[]): Promise<void> {
  await db.linkToken.deleteMany({ where: { purpose: "answer", subjectId: { in: ids } } });
  await db.invitation.deleteMany({ where: { id: { in: ids } } });
}

/** Marks invitations that stand as taken back. */
export async function withdrawInvitations(db: RegionDb, ids: string[], now: Date): Promise<void> {
  await db.invitation.updateMany({ where: { id: { in: ids }, withdrawnAt: null }, data: { withdrawnAt: now } });
}

/** Whether anybody is, or has been, invited to an event or has signed up. */
export async function hasAnybody(db: RegionDb, eventId: string): Promise<boolean> {
  const one = { where: { eventId }, select: { id: true } };
  return Boolean((await db.invitation.findFirst(one)) ?? (await db.registration.findFirst(one)));
}
