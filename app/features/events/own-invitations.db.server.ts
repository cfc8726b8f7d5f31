import { plannedInvitation } from "~/features/events/planned-invitation";
import type { RegionDb } from "~/platform/db/region-db.server";

const inInvitation = {
  event: true,
  municipality: { select: { municipality: { select: { name: true } } } },
  substituteFor: { select: { person: { select: { name: true } } } },
  substitutes: { where: { withdrawnAt: null }, select: { answer: true, person: { select: { name: true } } } },
} as const;

/** What somebody is invited to that is not over, the nearest first. */
export async function invitationsOfPerson(db: RegionDb, personId: string, now: Date) {
  return db.invitation.findMany({
    where: {
      personId,
      withdrawnAt: null,
      event: { endsAt: { gte: now }, state: { not: "draft" } },
      NOT: plannedInvitation(now),
    },
    include: inInvitation,
    orderBy: { event: { startsAt: "asc" } },
    take: 50,
  });
}

/** What somebody was invited to that is over, the newest first. */
export async function earlierInvitationsOfPerson(db: RegionDb, personId: string, now: Date) {
  return db.invitation.findMany({
    where: { personId, withdrawnAt: null, event: { endsAt: { lt: now }, state: { not: "draft" } } },
    include: inInvitation,
    orderBy: { event: { startsAt: "desc" } },
    take: 50,
  });
}
