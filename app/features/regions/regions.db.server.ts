import type { RegionDb } from "~/platform/db/region-db.server";

/** The region the database is open in, with everything it decides for itself. */
export async function findOwnRegion(db: RegionDb) {
  return db.region.findFirstOrThrow();
}

export type RegionRow = Awaited<ReturnType<typeof findOwnRegion>>;

type Changeable = Omit<RegionRow, "id" | "slug" | "zone" | "createdAt">;

export async function saveRegion(db: RegionDb, id: string, data: Partial<Changeable>): Promise<void> {
  await db.region.updateMany({ where: { id }, data });
}

/** Moves the moment the region's rules have something to do to this one, if it was later. */
export async function scheduleWake(db: RegionDb, at: Date): Promise<void> {
  await db.region.updateMany({ where: { automationAt: { gt: at } }, data: { automationAt: at } });
}

export async function priorityAreas(db: RegionDb) {
  return db.priorityArea.findMany({ select: { id: true, number: true, name: true }, orderBy: { number: "asc" } });
}

export async function createPriorityArea(db: RegionDb, data: { number: number; name: string }) {
  return db.priorityArea.create({ data });
}

export async function savePriorityArea(
  db: RegionDb,
  id: string,
  data: { number: number; name: string },
): Promise<void> {
  await db.priorityArea.updateMany({ where: { id }, data });
}

export async function removePriorityArea(db: RegionDb, id: string): Promise<void> {
  await db.priorityArea.deleteMany({ where: { id } });
}

/** Messages in the outbox that a region on hold does not let go (M10). */
export async function countHeld(db: RegionDb): Promise<number> {
  return db.delivery.count({
    where: {
      state: "queued",
      kind: { notIn: ["sign-in", "role-invitation", "answer-confirmation", "subscription-confirmation"] },
    },
  });
}

/** The reader's own name, the number of the municipality she answers for, and whether she is invited to anything. */
export async function readerFacts(db: RegionDb, of: { personId: string; municipalityId: string | null }) {
  const person = await db.person.findFirst({ where: { id: of.personId }, select: { name: true } });
  const own = of.municipalityId
    ? await db.regionMunicipality.findFirst({
        where: { municipalityId: of.municipalityId },
        select: { municipality: { select: { number: true } } },
      })
    : null;
  const invitation = await db.invitation.findFirst({
    where: { personId: of.personId, withdrawnAt: null },
    select: { id: true },
  });
  return {
    name: person?.name ?? null,
    ownMunicipality: own?.municipality.number ?? null,
    invited: invitation !== null,
  };
}
