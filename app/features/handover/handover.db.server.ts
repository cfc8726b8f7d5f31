import type { RegionDb } from "~/platform/db/region-db.server";

/** A municipality of the region, with what mail to it needs. */
export async function municipalityOf(db: RegionDb, municipalityId: string) {
  const { writtenStandard, municipality } = await db.regionMunicipality.findFirstOrThrow({
    where: { municipalityId },
    select: { writtenStandard: true, municipality: { select: { name: true, number: true } } },
  });
  return { ...municipality, writtenStandard };
}

/** The newest link by which this person has been asked to hand the municipality over, while it is good. */
export async function standingRequest(
  db: RegionDb,
  { municipalityId, personId, now }: { municipalityId: string; personId: string; now: Date },
) {
  return db.linkToken.findFirst({
    where: { purpose: "handover", subjectId: municipalityId, personId, revokedAt: null, expiresAt: { gt: now } },
    select: { createdAt: true, expiresAt: true },
    orderBy: { expiresAt: "desc" },
  });
}

/** Why nothing is sent to a person, and since when. */
export async function holdOf(db: RegionDb, personId: string) {
  return db.person.findFirst({
    where: { id: personId },
    select: { name: true, email: true, heldSince: true, heldReason: true },
  });
}

/** Who has taken over. */
export async function personOf(db: RegionDb, id: string) {
  return db.person.findFirstOrThrow({ where: { id }, select: { name: true, email: true } });
}
