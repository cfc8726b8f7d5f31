import { plannedInvitation } from "~/features/events/planned-invitation";
import type { RegionDb } from "~/platform/db/region-db.server";

/** So many events a feed holds at most, the last of them first. */
const most = 500;

const told = {
  id: true,
  version: true,
  changedAt: true,
  startsAt: true,
  endsAt: true,
  zone: true,
  title: true,
  description: true,
  place: true,
  link: true,
  open: true,
} as const;

export type ToldEvent = Awaited<ReturnType<typeof openEventsSince>>[number];

const stands = { in: ["published" as const, "held" as const] };

/** What everybody may see of the region's events, or of one network's: drafts and cancelled ones are not there. */
export async function openEventsSince(db: RegionDb, { since, networkId }: { since: Date; networkId?: string }) {
  const events = await db.event.findMany({
    where: { open: true, state: stands, endsAt: { gte: since }, ...(networkId && { networkId }) },
    select: told,
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: most,
  });
  return events.reverse();
}

/**
 * What somebody is invited to and has not said no to, or is registered to, with whether she comes. What she has been
 * taken off, or that has been cancelled, is not there.
 */
export async function eventsOfPersonSince(
  db: RegionDb,
  { personId, since, now }: { personId: string; since: Date; now: Date },
) {
  const invited = {
    personId,
    withdrawnAt: null,
    OR: [{ answer: null }, { answer: { not: "declined" as const } }],
    NOT: plannedInvitation(now),
  };
  const registered = { personId, state: "registered" as const };
  const events = await db.event.findMany({
    where: {
      state: stands,
      endsAt: { gte: since },
      OR: [{ invitations: { some: invited } }, { registrations: { some: registered } }],
    },
    select: {
      ...told,
      invitations: { where: { ...invited, answer: "accepted" }, select: { id: true } },
      registrations: { where: registered, select: { id: true } },
    },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: most,
  });
  return events.reverse().map(({ invitations, registrations, ...event }) => ({
    ...event,
    comes: invitations.length + registrations.length > 0,
  }));
}

/** When somebody's feed was made that still is good; null when there is none. */
export async function feedMadeAt(db: RegionDb, personId: string, now: Date): Promise<Date | null> {
  const link = await db.linkToken.findFirst({
    where: { purpose: "feed", subjectId: personId, revokedAt: null, expiresAt: { gt: now } },
    select: { createdAt: true },
    orderBy: { createdAt: "desc" },
  });
  return link?.createdAt ?? null;
}

/** A network that everybody may see; null for one that is closed, or none. */
export async function findOpenNetwork(db: RegionDb, id: string) {
  return db.network.findFirst({ where: { id, open: true }, select: { id: true, name: true } });
}
