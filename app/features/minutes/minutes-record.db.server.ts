import type { RegionDb } from "~/platform/db/region-db.server";

const itemSelect = {
  id: true,
  position: true,
  number: true,
  year: true,
  typedNumber: true,
  outcome: true,
  decision: true,
  notes: true,
  unanimous: true,
  votesFor: true,
  votesAgainst: true,
  passOnTo: { select: { name: true } },
  followUps: {
    select: {
      words: true,
      responsible: true,
      dueOn: true,
      person: { select: { name: true } },
      actor: { select: { name: true } },
    },
    orderBy: { position: "asc" },
  },
  disqualified: { select: { reason: true, presence: { select: { name: true, represents: true } } } },
  case: {
    select: {
      id: true,
      parentId: true,
      kind: true,
      letter: true,
      position: true,
      title: true,
      presentation: true,
      proposal: true,
      proposer: true,
      closed: true,
      legalBasis: true,
    },
  },
} as const;

/** The whole record of a meeting; null when there is none of this id. */
export async function findRecord(db: RegionDb, id: string) {
  return db.minutes.findFirst({
    where: { id },
    include: {
      body: { select: { id: true, name: true } },
      event: { select: { startsAt: true, endsAt: true, place: true } },
      items: { select: itemSelect, orderBy: [{ position: "asc" }, { id: "asc" }] },
      presences: { orderBy: [{ position: "asc" }, { id: "asc" }] },
    },
  });
}

export type MinutesRecord = NonNullable<Awaited<ReturnType<typeof findRecord>>>;

/** The treatment in which minutes were approved. */
export async function approvalOf(db: RegionDb, itemId: string) {
  return db.agendaItem.findFirst({
    where: { id: itemId },
    select: { number: true, year: true, minutes: { select: { id: true, bodyId: true, day: true } } },
  });
}

/** The cases of a meeting that approved the minutes of another, with or without remarks. */
export async function treatedApprovals(db: RegionDb, minutesId: string) {
  return db.agendaItem.findMany({
    where: {
      minutesId,
      outcome: { in: ["as_proposed", "changed"] },
      case: { kind: "minutes", aboutMinutesId: { not: null } },
    },
    select: { id: true, outcome: true, decision: true, case: { select: { aboutMinutesId: true } } },
    orderBy: { position: "asc" },
  });
}
