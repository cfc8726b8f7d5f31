import { systemDb } from "~/platform/db/system-db.server";

/** The sessions of an account that have not run out, last used first. */
export async function openSessions(accountId: string, now: Date) {
  return systemDb().session.findMany({
    where: { accountId, expiresAt: { gt: now }, endsAt: { gt: now } },
    select: { id: true, publicId: true, userAgent: true, createdAt: true, usedAt: true },
    orderBy: [{ usedAt: "desc" }, { id: "asc" }],
    take: 100,
  });
}

/** Ends one session of the account; false when it has none of this id. */
export async function endSessionOf(accountId: string, publicId: string): Promise<boolean> {
  const { count } = await systemDb().session.deleteMany({ where: { accountId, publicId } });
  return count === 1;
}

/** Ends all sessions of the account but one. Returns how many. */
export async function endOtherSessions(accountId: string, keptId: string): Promise<number> {
  const { count } = await systemDb().session.deleteMany({ where: { accountId, id: { not: keptId } } });
  return count;
}
