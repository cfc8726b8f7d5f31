import type { RegionDb } from "~/platform/db/region-db.server";

/** The cases a treatment has become in other bodies. */
export async function casesFrom(db: RegionDb, itemId: string) {
  return db.case.findMany({
    where: { cameFromId: itemId },
    select: { id: true, bodyId: true, state: true, proposal: true },
    orderBy: { id: "asc" },
  });
}

/** The ids of the cases a case came from and has become, through all bodies; a hundred at most. */
export async function chainOf(db: RegionDb, caseId: string): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE before AS (
      SELECT id, came_from_id FROM body_case WHERE id = ${caseId}::uuid
      UNION
      SELECT body_case.id, body_case.came_from_id FROM before
        JOIN agenda_item ON agenda_item.id = before.came_from_id
        JOIN body_case ON body_case.id = agenda_item.case_id
    ), chain AS (
      SELECT id FROM before
      UNION
      SELECT body_case.id FROM chain
        JOIN agenda_item ON agenda_item.case_id = chain.id
        JOIN body_case ON body_case.came_from_id = agenda_item.id
    ) SELECT id FROM chain LIMIT 100`;
  return found.map(({ id }) => id);
}

const within = { select: { closed: true, legalBasis: true, title: true, letter: true } } as const;

/** Cases with each of their treatments, the first first. */
export async function treatedCases(db: RegionDb, ids: string[]) {
  return db.case.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      bodyId: true,
      title: true,
      letter: true,
      state: true,
      closed: true,
      legalBasis: true,
      cameFromId: true,
      wantedBy: true,
      createdAt: true,
      body: { select: { id: true, name: true, open: true } },
      parent: { select: { ...within.select, id: true, parent: within } },
      items: {
        select: {
          id: true,
          minutesId: true,
          caseId: true,
          number: true,
          year: true,
          typedNumber: true,
          outcome: true,
          decision: true,
          passOnToId: true,
          passOnTo: { select: { id: true, name: true } },
          minutes: { select: { id: true, day: true, state: true, electronic: true, bodyId: true, noticeAt: true } },
        },
        orderBy: [{ minutes: { day: "asc" } }, { id: "asc" }],
      },
    },
    orderBy: { id: "asc" },
  });
}

/** The numbers of parts are those of the case they belong to in the same meeting. */
export async function numbersOf(db: RegionDb, wanted: { minutesId: string; caseId: string }[]) {
  if (wanted.length === 0) return [];
  return db.agendaItem.findMany({
    where: { OR: wanted },
    select: { minutesId: true, caseId: true, number: true, year: true },
  });
}
