import type { RegionDb } from "~/platform/db/region-db.server";

/** The seats of an electronic meeting, each with the person who is asked, and what that person has answered. */
export async function askedSeats(db: RegionDb, minutesId: string) {
  return db.presence.findMany({
    where: { minutesId, memberId: { not: null } },
    select: {
      ...{ id: true, memberId: true, name: true, represents: true, votes: true, state: true, substitute: true },
      substitutePerson: { select: { id: true, name: true, email: true } },
      member: { select: { person: { select: { id: true, name: true, email: true } } } },
      answers: { select: { itemId: true, agrees: true, comment: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 500,
  });
}

/** Who answers for a seat: the member, or whoever meets for the member; null where that is nobody of the register. */
export function answererOf({ member, substitute, substitutePerson }: AskedSeat) {
  return substitute === "" ? (member?.person ?? null) : substitutePerson;
}

export type AskedSeat = Awaited<ReturnType<typeof askedSeats>>[number];

export async function keepAnswer(
  db: RegionDb,
  answer: { itemId: string; presenceId: string; agrees: boolean; comment: string; answeredAt: Date },
): Promise<void> {
  const { itemId, presenceId, ...rest } = answer;
  const { count } = await db.memberAnswer.updateMany({ where: { itemId, presenceId }, data: rest });
  if (count === 0) await db.memberAnswer.create({ data: answer });
}

/** Takes back the reminders of a meeting that wait, of one person or of all. */
export async function dropReminders(db: RegionDb, of: { minutesId: string; personId?: string }): Promise<void> {
  await db.delivery.updateMany({
    where: {
      key: { startsWith: `member-cases-reminder:${of.minutesId}:` },
      ...(of.personId !== undefined && { personId: of.personId }),
      state: "queued",
      batchId: null,
    },
    data: { state: "dropped", secret: null, lastError: "left: answered" },
  });
}
