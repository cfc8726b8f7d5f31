import { writtenNumber } from "~/domain/cases/numbers";
import { isoDay } from "~/domain/shared/days";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Whole cases that wait in a queue, soonest wanted first: so many of them, and how many there are. */
export async function waitingCases(db: RegionDb, take: number) {
  const where = { state: "queued" as const, parentId: null, kind: { not: "opening" as const } };
  const cases = await db.case.findMany({
    where,
    select: { id: true, title: true, closed: true, wantedBy: true, body: { select: { name: true } } },
    orderBy: [{ wantedBy: { sort: "asc", nulls: "last" } }, { position: "asc" }, { id: "asc" }],
    take,
  });
  return {
    total: cases.length < take ? cases.length : await db.case.count({ where }),
    cases: cases.map(({ wantedBy, body, ...one }) => ({ ...one, body: body.name, wantedBy: isoDay(wantedBy) })),
  };
}

/** What is to be done after decisions and is not done, overdue first: so much of it, and how much there is. */
export async function openFollowUps(db: RegionDb, take: number) {
  const where = { doneAt: null };
  const found = await db.followUp.findMany({
    where,
    select: {
      ...{ id: true, words: true, dueOn: true, responsible: true },
      person: { select: { name: true } },
      actor: { select: { name: true } },
      item: { select: { number: true, year: true, body: { select: { name: true } } } },
    },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take,
  });
  return {
    total: found.length < take ? found.length : await db.followUp.count({ where }),
    followUps: found.map(({ dueOn, responsible, person, actor, item, ...one }) => ({
      ...one,
      dueOn: isoDay(dueOn),
      responsible: person?.name ?? actor?.name ?? responsible,
      from: [item.body.name, writtenNumber(item)].filter(Boolean).join(" "),
    })),
  };
}

/** When the notice of a meeting was sent, and how many days before it the body wants it. */
export async function noticeOf(db: RegionDb, minutesId: string) {
  const found = await db.minutes.findFirst({
    where: { id: minutesId },
    select: { noticeAt: true, body: { select: { noticeDays: true } } },
  });
  return found && { sent: found.noticeAt !== null, days: found.body.noticeDays };
}
