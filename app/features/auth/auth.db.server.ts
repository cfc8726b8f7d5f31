import type { LinkPurpose } from "~/features/auth/links.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { SystemDb } from "~/platform/db/system-db.server";

export async function ensureAccount(db: SystemDb, email: string) {
  return db.account.upsert({ where: { email }, create: { email }, update: {} });
}

export type NewSignIn = {
  accountId: string | null;
  linkHash: string;
  codeHash: string;
  browserHash: string;
  expiresAt: Date;
};

export async function createSignIn(db: SystemDb, signIn: NewSignIn) {
  return db.signIn.create({ data: signIn });
}

export async function findSignInByBrowser(db: SystemDb, browserHash: string) {
  return db.signIn.findUnique({ where: { browserHash } });
}

export async function findSignInByLink(db: SystemDb, linkHash: string) {
  return db.signIn.findUnique({ where: { linkHash } });
}

/** Counts one try at the code; false when there are no more to be had. */
export async function countAttempt(db: SystemDb, id: string, most: number): Promise<boolean> {
  const { count } = await db.signIn.updateMany({
    where: { id, attempts: { lt: most } },
    data: { attempts: { increment: 1 } },
  });
  return count === 1;
}

/** Uses a sign-in up; false when somebody was faster. */
export async function spendSignIn(db: SystemDb, id: string, now: Date): Promise<boolean> {
  const { count } = await db.signIn.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

export async function removeOldSignIns(db: SystemDb, before: Date): Promise<void> {
  await db.signIn.deleteMany({ where: { expiresAt: { lt: before } } });
}

export async function removeOldLimits(db: SystemDb, now: Date): Promise<void> {
  await db.rateLimit.deleteMany({ where: { expire: { lt: now.getTime() } } });
}

export type NewLink = {
  hash: string;
  purpose: LinkPurpose;
  personId: string;
  subjectId: string;
  expiresAt: Date;
};

export async function createLinks(db: RegionDb, links: NewLink[]): Promise<void> {
  await db.linkToken.createMany({ data: links });
}

/** A link of this purpose that is still good; null when it is wrong, expired or revoked, without saying which. */
export async function findLink(db: RegionDb, hash: string, purpose: LinkPurpose, now: Date) {
  return db.linkToken.findFirst({
    where: { hash, purpose, revokedAt: null, expiresAt: { gt: now } },
    include: { person: true },
  });
}

/** The link of this purpose, good or not, so that a new one can be sent to the one it was for. */
export async function findSpentLink(db: RegionDb, hash: string, purpose: LinkPurpose) {
  return db.linkToken.findFirst({ where: { hash, purpose }, include: { person: true } });
}

export async function revokeLinksTo(
  db: RegionDb,
  { purpose, subjectId, now }: { purpose: LinkPurpose; subjectId: string; now: Date },
): Promise<void> {
  await db.linkToken.updateMany({ where: { purpose, subjectId, revokedAt: null }, data: { revokedAt: now } });
}

export async function findHeldRole(db: RegionDb, id: string, day: Date) {
  return db.role.findFirst({ where: { id, OR: [{ validTo: null }, { validTo: { gt: day } }] } });
}

/** Somebody of the region who has this address. */
export async function personOfAddress(db: RegionDb, email: string) {
  return db.person.findFirstOrThrow({ where: { email }, select: { id: true, name: true } });
}

/** A role with who has it, for the mail that gives it to her. */
export async function roleWithPerson(db: RegionDb, { roleId, personId }: { roleId: string; personId: string }) {
  return db.role.findFirstOrThrow({
    where: { id: roleId, personId },
    select: { kind: true, person: { select: { name: true, email: true } } },
  });
}
