import type { findInvitation } from "~/features/events/events.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type FoundInvitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** The invitations these people have, or have had, to an event. */
export async function invitationsTo(db: RegionDb, eventId: string, personIds: string[]) {
  return db.invitation.findMany({
    where: { eventId, personId: { in: personIds } },
    select: { personId: true, withdrawnAt: true, answer: true },
  });
}

/** Writes down whom an invitation's person meets for. */
export async function saveSubstitute(
  db: RegionDb,
  id: string,
  data: { substituteForId: string | null; calledUp: boolean },
): Promise<void> {
  await db.invitation.updateMany({ where: { id }, data });
}

/** Lets those who meet for one invitation's person meet for another's: the seat has passed on. */
export async function moveSubstitutes(db: RegionDb, from: string, to: string): Promise<void> {
  await db.invitation.updateMany({
    where: { substituteForId: from, withdrawnAt: null },
    data: { substituteForId: to },
  });
}

/** Writes down a no that somebody else's yes takes the place of. */
export async function saveStepAside(
  db: RegionDb,
  id: string,
  data: {
    answeredAt: Date;
    answeredBy: "link" | "signed_in" | "on_behalf";
    answeredForId: string | null;
    answeredVersion: number;
    comment: string;
  },
): Promise<void> {
  await db.invitation.updateMany({ where: { id }, data: { ...data, answer: "declined" } });
}

/** Writes down, for the one a seat has passed on to, the no that goes with it. */
export async function keepAside(
  db: RegionDb,
  id: string,
  data: Pick<FoundInvitation, "answeredAt" | "answeredBy" | "answeredVersion">,
): Promise<void> {
  await db.invitation.updateMany({ where: { id }, data: { ...data, answer: "declined" } });
}

/** The deputies named for somebody in advance, in order: her own before those of whoever is the municipality's contact person. */
export async function namedDeputies(db: RegionDb, of: { personId: string; municipalityId: string | null }) {
  const { personId, municipalityId } = of;
  const found = await db.deputy.findMany({
    where: { OR: [{ personId }, ...(municipalityId ? [{ municipalityId }] : [])] },
    include: { deputy: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const inOrder = [...found.filter((row) => row.personId !== null), ...found.filter((row) => row.personId === null)];
  return inOrder.filter((row, at) => inOrder.findIndex(({ deputyId }) => deputyId === row.deputyId) === at);
}

export async function peopleByIds(db: RegionDb, ids: string[]) {
  return db.person.findMany({ where: { id: { in: ids } } });
}

/** The invitations that stand to an event, with what was answered and whom each meets for. */
export async function standingInvitations(db: RegionDb, eventId: string) {
  return db.invitation.findMany({
    where: { eventId, withdrawnAt: null },
    select: {
      ...{ id: true, personId: true, municipalityId: true, answer: true, comment: true, substituteForId: true },
      person: { select: { name: true } },
    },
  });
}
