import type { RegionDb } from "~/platform/db/region-db.server";

/** The last fifty changes of one thing, newest first, with the names of those who made them as they are now. */
export async function changesOf(db: RegionDb, subject: "municipality" | "area", id: string) {
  const events = await db.auditEvent.findMany({
    where: { subjectKind: subject, subjectId: id },
    orderBy: { id: "desc" },
    take: 50,
  });
  const ids = [...new Set(events.flatMap(({ personId }) => (personId === null ? [] : [personId])))];
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return events.map((event) => ({
    ...event,
    who: event.personId === null ? null : { name: names.get(event.personId) ?? null },
  }));
}
