import type { RegionDb } from "~/platform/db/region-db.server";

const withAll = {
  event: true,
  person: true,
  municipality: { include: { municipality: true } },
  substitutes: { where: { withdrawnAt: null }, select: { personId: true } },
} as const;
const coming = (now: Date) => ({ state: "published" as const, startsAt: { gt: now } });

/** The events that can still be invited to, held until the transaction ends, in one order so that nobody waits in a ring. */
export async function holdComingEvents(db: RegionDb, now: Date): Promise<void> {
  await db.$queryRaw`
    SELECT id FROM event WHERE starts_at > ${now} AND state IN ('draft', 'published') ORDER BY id FOR UPDATE`;
}

/**
 * The standing invitations somebody has had as contact person of a municipality: those that name it, and those that
 * name another she answered for at the same time, as one invitation is all she got.
 */
export async function carriedInvitations(
  db: RegionDb,
  { municipalityId, personId, now }: { municipalityId: string; personId: string; now: Date },
) {
  const role = await db.role.findFirst({
    where: { kind: "contact_person", municipalityId, personId },
    select: { validTo: true },
    orderBy: [{ validFrom: "desc" }, { id: "desc" }],
  });
  const until = role?.validTo ? new Date(role.validTo.getTime() + 24 * 3_600_000) : now;
  return db.invitation.findMany({
    where: {
      personId,
      withdrawnAt: null,
      // Who meets for another does so herself, whatever role she passes on.
      substituteForId: null,
      event: coming(now),
      OR: [{ municipalityId }, { municipalityId: { not: null }, createdAt: { lt: role ? until : new Date(0) } }],
    },
    include: withAll,
    orderBy: [{ event: { startsAt: "asc" } }, { id: "asc" }],
  });
}

/** A person's standing invitations for a municipality, the nearest first. */
export async function openInvitations(
  db: RegionDb,
  { municipalityId, personId, now }: { municipalityId: string; personId: string; now: Date },
) {
  return db.invitation.findMany({
    where: { personId, municipalityId, withdrawnAt: null, event: coming(now) },
    include: withAll,
    orderBy: [{ event: { startsAt: "asc" } }, { id: "asc" }],
  });
}

/** A person's invitations to these events, withdrawn or not: event -> invitation. */
export async function standingOf(db: RegionDb, personId: string, eventIds: string[]) {
  const found = await db.invitation.findMany({ where: { personId, eventId: { in: eventIds } } });
  return new Map(found.map((invitation) => [invitation.eventId, invitation]));
}

/** Those of these events and people that another has taken over. */
export async function withdrawnInvitations(db: RegionDb, of: { eventId: string; personId: string }[]) {
  return db.invitation.findMany({
    where: {
      eventId: { in: [...new Set(of.map(({ eventId }) => eventId))] },
      personId: { in: [...new Set(of.map(({ personId }) => personId))] },
      withdrawnAt: { not: null },
    },
    select: { id: true, eventId: true, personId: true, sequence: true },
  });
}

export async function municipalityFacts(db: RegionDb, municipalityId: string) {
  const { writtenStandard, municipality } = await db.regionMunicipality.findFirstOrThrow({
    where: { municipalityId },
    select: { writtenStandard: true, municipality: { select: { name: true, number: true } } },
  });
  return { ...municipality, writtenStandard };
}

/** Lets an invitation, and that of whoever meets for its person, be for another municipality. */
export async function moveInvitation(db: RegionDb, id: string, municipalityId: string): Promise<void> {
  await db.invitation.updateMany({
    where: { OR: [{ id }, { substituteForId: id, withdrawnAt: null }] },
    data: { municipalityId },
  });
}

export async function withdrawInvitation(
  db: RegionDb,
  id: string,
  data: { sequence: number; withdrawnAt: Date },
): Promise<void> {
  await db.invitation.updateMany({ where: { id }, data });
}

/** Makes a withdrawn invitation stand again, unanswered, with a number above its CANCEL (C4). */
export async function reviveInvitation(
  db: RegionDb,
  id: string,
  data: { municipalityId: string | null; locale: string; sequence: number },
): Promise<void> {
  const unanswered = { answer: null, answeredAt: null, answeredBy: null, answeredVersion: null };
  const herOwn = { substituteForId: null, calledUp: false };
  await db.invitation.updateMany({ where: { id }, data: { ...data, ...unanswered, ...herOwn, withdrawnAt: null } });
}

/** Who takes the invitations over. */
export async function successorOf(db: RegionDb, id: string) {
  return db.person.findFirstOrThrow({ where: { id } });
}
