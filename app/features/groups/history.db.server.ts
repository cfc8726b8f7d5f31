import type { AuditSubject } from "~/features/audit/audit.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What has happened to something, and to what is part of it (whose events name it in a field), newest first. */
export async function eventsAbout(
  db: RegionDb,
  { subject, id, parts }: { subject: AuditSubject; id: string; parts: { subject: AuditSubject; field: string } | null },
) {
  const named = (side: "before" | "after") => ({ [side]: { path: [parts?.field ?? ""], equals: id } });
  return db.auditEvent.findMany({
    where: {
      OR: [
        { subjectKind: subject, subjectId: id },
        ...(parts ? [{ subjectKind: parts.subject, OR: [named("after"), named("before")] }] : []),
      ],
    },
    orderBy: { id: "desc" },
    take: 50,
  });
}

/** What people, groups, actors and municipalities of these ids are called now. */
export async function namesOf(db: RegionDb, ids: string[]): Promise<Map<string, string>> {
  const asked = { where: { id: { in: ids } }, select: { id: true, name: true } };
  const found = [
    await db.person.findMany(asked),
    await db.group.findMany(asked),
    await db.actor.findMany(asked),
    await db.municipality.findMany(asked),
  ];
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
