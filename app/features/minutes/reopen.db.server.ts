import type { RegionDb } from "~/platform/db/region-db.server";

/** The items of a meeting with what has become of their cases since. */
export async function itemsSince(db: RegionDb, minutesId: string) {
  return db.agendaItem.findMany({
    where: { minutesId },
    select: {
      ...{ id: true, caseId: true, number: true, year: true, outcome: true },
      case: { select: { state: true } },
      became: { select: { id: true, state: true } },
      approves: { select: { id: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 1000,
  });
}

export type ItemSince = Awaited<ReturnType<typeof itemsSince>>[number];

/** Puts cases back on the agenda they were treated from. */
export async function backOnAgenda(db: RegionDb, caseIds: string[]): Promise<void> {
  await db.case.updateMany({ where: { id: { in: caseIds } }, data: { state: "on_agenda" } });
}

/** Whether this meeting is one that was written here, and not taken in from its minutes. */
export async function isImported(db: RegionDb, minutesId: string): Promise<boolean> {
  return (await db.minutes.count({ where: { id: minutesId, importId: { not: null } } })) > 0;
}
