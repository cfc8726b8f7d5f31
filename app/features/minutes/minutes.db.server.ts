import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

export type MinutesState = "planned" | "agenda" | "live" | "ended" | "remarks" | "approved";

/** A meeting's record with its body; the event's time and place rule while it stands. */
export async function findMinutes(db: RegionDb, id: string) {
  return db.minutes.findFirst({
    where: { id },
    select: {
      ...{ id: true, bodyId: true, eventId: true, day: true, startsAt: true, endsAt: true, place: true, state: true },
      ...{ electronic: true, answerBy: true, startedAt: true, endedAt: true, secretariat: true, version: true },
      body: { select: { id: true, name: true, quorum: true, nextId: true } },
      event: { select: { startsAt: true, endsAt: true, place: true, state: true } },
    },
  });
}

export type StoredMinutes = NonNullable<Awaited<ReturnType<typeof findMinutes>>>;

/**
 * The state of a meeting, held until the transaction ends: `share` lets others write in the same meeting at once, and
 * none of them while it is opened or closed.
 */
export async function holdMinutes(db: RegionDb, id: string, how: "share" | "alone") {
  const rows =
    how === "share"
      ? await db.$queryRaw<{ state: MinutesState; version: number; body_id: string }[]>`
          SELECT state::text, version, body_id FROM minutes WHERE id = ${id}::uuid FOR SHARE`
      : await db.$queryRaw<{ state: MinutesState; version: number; body_id: string }[]>`
          SELECT state::text, version, body_id FROM minutes WHERE id = ${id}::uuid FOR UPDATE`;
  const row = rows[0];
  return row ? { state: row.state, version: row.version, bodyId: row.body_id } : null;
}

export async function updateMinutes(db: RegionDb, id: string, data: Prisma.MinutesUncheckedUpdateManyInput) {
  await db.minutes.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } });
}

/** What changes while a meeting is held: every item with what was decided, and what is to be done after it. */
export async function itemsOfMinutes(db: RegionDb, minutesId: string) {
  return db.agendaItem.findMany({
    where: { minutesId },
    select: {
      ...{ id: true, caseId: true, position: true, number: true, year: true, typedNumber: true, outcome: true },
      ...{ decision: true, unanimous: true, votesFor: true, votesAgainst: true, notes: true, passOnToId: true },
      ...{ version: true, changedById: true, changedAt: true },
      changedBy: { select: { name: true } },
      case: { select: { parentId: true, position: true, letter: true } },
      disqualified: { select: { presenceId: true, reason: true } },
      followUps: { orderBy: [{ position: "asc" }, { id: "asc" }] },
      answers: { select: { presenceId: true, agrees: true, comment: true }, orderBy: { answeredAt: "asc" } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 1000,
  });
}

export type StoredItem = Awaited<ReturnType<typeof itemsOfMinutes>>[number];

/** What does not change while the meeting is held: the texts of its cases. */
export async function casesOfMinutes(db: RegionDb, minutesId: string) {
  return db.agendaItem.findMany({
    where: { minutesId },
    select: {
      id: true,
      case: {
        select: {
          ...{ id: true, kind: true, title: true, presentation: true, proposal: true, proposer: true, closed: true },
          legalBasis: true,
          papers: {
            select: { id: true, name: true, link: true, fileId: true },
            orderBy: [{ position: "asc" }, { id: "asc" }],
          },
        },
      },
    },
    take: 1000,
  });
}

export async function presencesOf(db: RegionDb, minutesId: string) {
  return db.presence.findMany({
    where: { minutesId },
    select: {
      ...{ id: true, position: true, memberId: true, name: true, represents: true, state: true, reason: true },
      ...{ substitute: true, substituteId: true, chair: true, votes: true, cameAtId: true, leftAtId: true },
      version: true,
      member: { select: { part: true, municipalityId: true, actorId: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 500,
  });
}

export type StoredPresence = Awaited<ReturnType<typeof presencesOf>>[number];

/** A short text that is another as soon as anything in the meeting is. */
export async function stampOf(db: RegionDb, minutesId: string): Promise<string> {
  const rows = await db.$queryRaw<{ stamp: string }[]>`
    SELECT concat_ws('.', minutes.version,
      (SELECT concat(count(*), '.', coalesce(sum(version), 0)) FROM agenda_item WHERE minutes_id = minutes.id),
      (SELECT concat(count(*), '.', coalesce(sum(version), 0)) FROM presence WHERE minutes_id = minutes.id),
      (SELECT concat(count(*), '.', coalesce(sum(follow_up.version), 0)) FROM follow_up
        JOIN agenda_item ON agenda_item.id = follow_up.item_id WHERE agenda_item.minutes_id = minutes.id),
      (SELECT concat(count(*), '.', coalesce(extract(epoch FROM max(answered_at)), 0)) FROM member_answer
        JOIN agenda_item ON agenda_item.id = member_answer.item_id WHERE agenda_item.minutes_id = minutes.id)
    ) AS stamp FROM minutes WHERE id = ${minutesId}::uuid`;
  return rows[0]?.stamp ?? "";
}

/** An item of this meeting, held until the transaction ends; null where the meeting has no such item. */
export async function holdItem(db: RegionDb, minutesId: string, id: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM agenda_item WHERE id = ${id}::uuid AND minutes_id = ${minutesId}::uuid FOR UPDATE`;
  return rows.length > 0;
}

export async function updateItem(db: RegionDb, id: string, data: Prisma.AgendaItemUncheckedUpdateManyInput) {
  await db.agendaItem.updateMany({ where: { id }, data });
}

export async function setDisqualified(
  db: RegionDb,
  itemId: string,
  presenceId: string,
  to: { reason: string } | null,
): Promise<void> {
  if (to === null) await db.disqualification.deleteMany({ where: { itemId, presenceId } });
  else {
    const { count } = await db.disqualification.updateMany({ where: { itemId, presenceId }, data: to });
    if (count === 0) await db.disqualification.create({ data: { itemId, presenceId, ...to } });
  }
}

export async function holdPresence(db: RegionDb, minutesId: string, id: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM presence WHERE id = ${id}::uuid AND minutes_id = ${minutesId}::uuid FOR UPDATE`;
  return rows.length > 0;
}

export async function updatePresence(db: RegionDb, id: string, data: Prisma.PresenceUncheckedUpdateManyInput) {
  await db.presence.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } });
}

export async function createPresences(db: RegionDb, rows: Prisma.PresenceCreateManyInput[]): Promise<void> {
  if (rows.length > 0) await db.presence.createMany({ data: rows, skipDuplicates: true });
}

/** Writes what is foreseen of a seat that nobody has written on: its version stays, so that it can be foreseen anew. */
export async function foreseePresence(db: RegionDb, id: string, data: Prisma.PresenceUncheckedUpdateManyInput) {
  await db.presence.updateMany({ where: { id, version: 0 }, data });
}

export async function deletePresence(db: RegionDb, id: string): Promise<void> {
  await db.presence.deleteMany({ where: { id } });
}

/** A meeting has one chair: nobody else is. */
export async function unseatChairs(db: RegionDb, minutesId: string, but: string): Promise<void> {
  await db.presence.updateMany({
    where: { minutesId, chair: true, id: { not: but } },
    data: { chair: false, version: { increment: 1 } },
  });
}

export async function findFollowUp(db: RegionDb, id: string) {
  return db.followUp.findFirst({ where: { id }, include: { item: { select: { minutesId: true } } } });
}

export async function createFollowUp(db: RegionDb, data: Prisma.FollowUpUncheckedCreateInput): Promise<void> {
  await db.followUp.create({ data });
}

export async function updateFollowUp(db: RegionDb, id: string, data: Prisma.FollowUpUncheckedUpdateManyInput) {
  await db.followUp.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } });
}

export async function deleteFollowUp(db: RegionDb, id: string): Promise<void> {
  await db.followUp.deleteMany({ where: { id } });
}

export async function countFollowUps(db: RegionDb, itemId: string): Promise<number> {
  return db.followUp.count({ where: { itemId } });
}

/** The bodies a case may be passed on to, each with its next meeting from a day on that is not yet held. */
export async function bodiesToPassTo(db: RegionDb, from: { bodyId: string; day: Date }) {
  return db.governingBody.findMany({
    where: { id: { not: from.bodyId }, OR: [{ validTo: null }, { validTo: { gt: from.day } }] },
    select: {
      ...{ id: true, name: true },
      minutes: {
        where: { day: { gte: from.day }, state: { in: ["planned", "agenda"] } },
        select: { day: true },
        orderBy: { day: "asc" },
        take: 1,
      },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 50,
  });
}

export async function bodyExists(db: RegionDb, id: string): Promise<boolean> {
  return (await db.governingBody.count({ where: { id } })) > 0;
}

/** Those who may be put down for a follow-up: the actors of the region. */
export async function actorNames(db: RegionDb) {
  return db.actor.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" }, take: 200 });
}
