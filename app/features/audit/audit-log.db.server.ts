import type { AuditSubject } from "~/features/audit/audit.server";
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

/** What has happened to something, and to its parts (whose events name it in a field), newest first, fifty at most. */
export async function eventsAbout(
  db: RegionDb,
  asked: { id: string; subjects: AuditSubject[]; parts?: { subjects: AuditSubject[]; field: string } },
) {
  const { id, subjects, parts } = asked;
  const named = parts && { path: [parts.field], equals: id };
  return db.auditEvent.findMany({
    where: {
      OR: [
        { subjectKind: { in: subjects }, subjectId: id },
        ...(parts ? [{ subjectKind: { in: parts.subjects }, OR: [{ after: named }, { before: named }] }] : []),
      ],
    },
    orderBy: { id: "desc" },
    take: 50,
  });
}

export type FoundAudit = Awaited<ReturnType<typeof eventsAbout>>[number];

/** The zone of the region's clock. */
export async function zoneOf(db: RegionDb): Promise<string> {
  return (await db.region.findFirstOrThrow({ select: { zone: true } })).zone;
}

/** What people, actors, municipalities and what else has a name are called now, by id. Erased ones are left out. */
export async function namesNow(db: RegionDb, ids: string[]): Promise<Map<string, string>> {
  const where = { id: { in: ids } };
  const select = { id: true, name: true };
  const people = await db.person.findMany({ where, select });
  const municipalities = await db.municipality.findMany({ where, select });
  const others = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM actor WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, name FROM task WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, name FROM support_group WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, name FROM governing_body WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT s.id, coalesce(p.name, nullif(concat_ws(', ', nullif(s.office, ''), place.name, a.name), ''), '')
      FROM body_member s LEFT JOIN person p ON (p.region_id, p.id) = (s.region_id, s.person_id)
      LEFT JOIN municipality place ON place.id = s.municipality_id
      LEFT JOIN actor a ON (a.region_id, a.id) = (s.region_id, s.actor_id) WHERE s.id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, name FROM network WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, name FROM area WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, name FROM audience WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, name FROM priority_area WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, name FROM channel WHERE id = ANY (${ids}::uuid[]) AND name <> ''
    UNION ALL SELECT id, concat_ws(': ', channel, nullif(theme, '')) FROM plan_row WHERE id = ANY (${ids}::uuid[])`;
  return new Map([...people, ...municipalities, ...others].map(({ id, name }) => [id, name]));
}
