import { countedInvitations } from "~/domain/events/seats";
import type { RegionDb } from "~/platform/db/region-db.server";

const facts = {
  id: true,
  networkId: true,
  title: true,
  state: true,
  startsAt: true,
  endsAt: true,
  zone: true,
  place: true,
} as const;

/** The nearest gathering to come of each of these networks, cancelled ones left out. */
export async function nextGatherings(db: RegionDb, networkIds: readonly string[], now: Date) {
  return db.event.findMany({
    where: { networkId: { in: [...networkIds] }, endsAt: { gte: now }, state: { not: "cancelled" } },
    select: facts,
    orderBy: [{ networkId: "asc" }, { startsAt: "asc" }],
    distinct: ["networkId"],
  });
}

/** Gatherings of a network to come, the nearest first. */
export async function comingGatherings(db: RegionDb, networkId: string, now: Date) {
  return db.event.findMany({
    where: { networkId, endsAt: { gte: now } },
    select: facts,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 20,
  });
}

/** Gatherings of these networks that are over, the newest first. */
export async function pastGatherings(db: RegionDb, networkIds: readonly string[], now: Date, take = 20) {
  return db.event.findMany({
    where: { networkId: { in: [...networkIds] }, endsAt: { lt: now } },
    select: facts,
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take,
  });
}

export type FoundGathering = Awaited<ReturnType<typeof comingGatherings>>[number];

/**
 * Who was asked to these gatherings and what they answered; a seat counts once, and an invitation
 * somebody else has taken over no more.
 */
export async function askedTo(db: RegionDb, eventIds: readonly string[]) {
  const invitations = await db.invitation.findMany({
    where: { eventId: { in: [...eventIds] }, ...countedInvitations },
    select: {
      eventId: true,
      personId: true,
      municipalityId: true,
      answer: true,
      person: { select: { name: true } },
      substituteFor: { select: { personId: true, person: { select: { name: true } } } },
      municipality: { select: { municipality: { select: { name: true } } } },
    },
    orderBy: { id: "asc" },
  });
  return invitations.map(({ eventId, municipalityId, answer, municipality, substituteFor, ...own }) => ({
    gathering: eventId,
    key: municipalityId ?? substituteFor?.personId ?? own.personId,
    name: municipality?.municipality.name ?? (substituteFor ?? own).person.name,
    answer,
  }));
}
