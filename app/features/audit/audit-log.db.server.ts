import type { RegionDb } from "~/platform/db/region-db.server";

/** Newest first, fifty and one at a time; `before` is the id the last page ended with (UUIDv7 sorts by time). */
export async function auditLogPage(
  db: RegionDb,
  { before, subject }: { before: string | null; subject: string | null },
) {
  return db.auditEvent.findMany({
    where: { ...(before && { id: { lt: before } }), ...(subject && { subjectKind: subject }) },
    orderBy: { id: "desc" },
    take: 51,
  });
}

/** What people, actors and municipalities of these ids are called now. Erased ones are left out. */
export async function namesNow(db: RegionDb, ids: string[]): Promise<Map<string, string>> {
  const where = { id: { in: ids } };
  const select = { id: true, name: true };
  const people = await db.person.findMany({ where, select });
  const actors = await db.actor.findMany({ where, select });
  const municipalities = await db.municipality.findMany({ where, select });
  return new Map([...people, ...actors, ...municipalities].map(({ id, name }) => [id, name]));
}
