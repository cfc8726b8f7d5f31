import type { Counter } from "~/domain/cases/numbers";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";
import type { Outcome } from "../../../prisma/generated/enums";

export async function findMinutes(db: RegionDb, id: string) {
  return db.minutes.findFirst({
    where: { id },
    include: {
      body: {
        select: { id: true, name: true, shortName: true, noticeDays: true, opening: true, open: true, nextId: true },
      },
      event: { select: { id: true, state: true, startsAt: true, endsAt: true, place: true, version: true } },
    },
  });
}

export type FoundMinutes = NonNullable<Awaited<ReturnType<typeof findMinutes>>>;

/** The record of a meeting, held until the transaction ends, so that two who change its agenda go one after the other. */
export async function holdMinutes(db: RegionDb, id: string): Promise<FoundMinutes | null> {
  await db.$queryRaw`SELECT 1 FROM minutes WHERE id = ${id}::uuid FOR UPDATE`;
  return findMinutes(db, id);
}

export type NewMinutes = {
  id: string;
  bodyId: string;
  eventId: string | null;
  day: Date;
  startsAt: Date | null;
  endsAt: Date | null;
  place: string;
  electronic: boolean;
  answerBy: Date | null;
};

export async function createMinutes(db: RegionDb, data: NewMinutes): Promise<void> {
  await db.minutes.create({ data });
}

export async function updateMinutes(
  db: RegionDb,
  id: string,
  data: Parameters<RegionDb["minutes"]["updateMany"]>[0]["data"],
): Promise<void> {
  await db.minutes.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } });
}

/** The earlier meetings of a body that are over and whose minutes nobody has approved or is about to. */
export async function unapprovedBefore(db: RegionDb, bodyId: string, day: Date) {
  return db.minutes.findMany({
    where: {
      bodyId,
      day: { lt: day },
      state: { in: ["live", "ended", "remarks"] },
      cases: { none: { bodyId, state: { not: "withdrawn" } } },
    },
    select: { id: true, day: true, electronic: true },
    orderBy: [{ day: "asc" }, { id: "asc" }],
    take: 10,
  });
}

const within = {
  select: { id: true, parentId: true, closed: true, legalBasis: true, position: true, state: true },
} as const;

/** The items of a meeting in the order of its agenda, with their cases. */
export async function itemsOf(db: RegionDb, minutesId: string) {
  return db.agendaItem.findMany({
    where: { minutesId },
    include: {
      case: { include: { parent: { select: { ...within.select, parent: within } } } },
      passOnTo: { select: { id: true, name: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

export type FoundItem = Awaited<ReturnType<typeof itemsOf>>[number];

export async function findItem(db: RegionDb, id: string) {
  return db.agendaItem.findFirst({
    where: { id },
    include: {
      case: { include: { parent: { select: { ...within.select, parent: within } }, papers: true } },
      minutes: { select: { id: true, day: true, state: true, noticeAt: true } },
      body: { select: { id: true, name: true } },
    },
  });
}

export async function createItems(
  db: RegionDb,
  items: { id: string; minutesId: string; caseId: string; bodyId: string; position: number }[],
): Promise<void> {
  await db.agendaItem.createMany({ data: items });
}

export async function deleteItems(db: RegionDb, ids: string[]): Promise<void> {
  await db.agendaItem.deleteMany({ where: { id: { in: ids } } });
}

export async function updateItem(
  db: RegionDb,
  id: string,
  data: {
    outcome?: Outcome | null;
    decision?: string;
    number?: number | null;
    year?: number | null;
    typedNumber?: string;
    passOnToId?: string | null;
    changedById?: string | null;
  },
): Promise<void> {
  await db.agendaItem.updateMany({
    where: { id },
    data: { ...data, version: { increment: 1 }, changedAt: new Date() } as never,
  });
}

/** Gives the items of an agenda places from 1 in the order they come. */
export async function placeItems(db: RegionDb, ids: string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE agenda_item SET position = placed.place::int
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS placed (id, place)
    WHERE agenda_item.id = placed.id AND agenda_item.position <> placed.place`;
}

/** Gives items their numbers of a year; null takes it. All are taken first, so that two may change places. */
export async function numberItems(
  db: RegionDb,
  items: { id: string; number: number | null }[],
  year: number,
): Promise<void> {
  const ids = items.map(({ id }) => id);
  await db.agendaItem.updateMany({ where: { id: { in: ids } }, data: { number: null, year: null } });
  const numbered = items.filter(({ number }) => number !== null);
  await db.$executeRaw`
    UPDATE agenda_item SET number = given.number, year = ${year}::int
    FROM unnest(${numbered.map(({ id }) => id)}::uuid[], ${numbered.map(({ number }) => number)}::int[]) AS given (id, number)
    WHERE agenda_item.id = given.id`;
}

/** The counter of a body in a year, held until the transaction ends, so that no number is given twice. Made when missing. */
export async function holdCounter(db: RegionDb, bodyId: string, year: number): Promise<Counter & { id: string }> {
  await db.$executeRaw`
    INSERT INTO body_year (id, body_id, year) VALUES (${newId()}::uuid, ${bodyId}::uuid, ${year}::int)
    ON CONFLICT (region_id, body_id, year) DO NOTHING`;
  const [row] = await db.$queryRaw<{ id: string; first: number; last: number | null }[]>`
    SELECT id, first, last FROM body_year WHERE body_id = ${bodyId}::uuid AND year = ${year}::int FOR UPDATE`;
  if (!row) throw new Error("The counter was made and is not there");
  const { _max } = await db.agendaItem.aggregate({ where: { bodyId, year }, _max: { number: true } });
  return { ...row, used: _max.number };
}

export async function saveCounter(db: RegionDb, { id, first }: { id: string; first: number }, last: number) {
  await db.bodyYear.updateMany({ where: { id }, data: { last: last < first ? null : last } });
}

export async function numberTaken(db: RegionDb, bodyId: string, number: number, year: number, but: string) {
  const taken = await db.agendaItem.findFirst({
    where: { bodyId, number, year, id: { not: but } },
    select: { id: true },
  });
  return taken !== null;
}

/** Everything within these cases that is to be treated: for the agenda that takes them up. */
export async function partsWithin(db: RegionDb, caseIds: string[]) {
  return db.case.findMany({
    where: {
      state: { in: ["queued", "on_agenda"] },
      OR: [{ parentId: { in: caseIds } }, { parent: { parentId: { in: caseIds } } }],
    },
    select: { id: true, parentId: true, position: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** Where these cases stand on an agenda, or have stood. */
export async function itemsOfCases(db: RegionDb, caseIds: string[]) {
  return db.agendaItem.findMany({
    where: { caseId: { in: caseIds } },
    select: { id: true, caseId: true, minutesId: true, outcome: true, minutes: { select: { state: true } } },
  });
}

/** The meetings of a body that can still take up cases, the first first. */
export async function comingMeetings(db: RegionDb, bodyId: string, from: Date) {
  return db.minutes.findMany({
    where: {
      bodyId,
      state: { in: ["planned", "agenda"] },
      day: { gte: from },
      OR: [{ eventId: null }, { event: { state: { not: "cancelled" } } }],
    },
    select: { id: true, day: true, state: true, noticeAt: true },
    orderBy: [{ day: "asc" }, { id: "asc" }],
    take: 20,
  });
}

/** What an event says, and whom it has been sent to. */
export async function invitedTo(db: RegionDb, eventId: string) {
  const event = await db.event.findFirst({
    where: { id: eventId },
    select: { description: true, invitations: { where: { withdrawnAt: null }, select: { personId: true } } },
  });
  return { description: event?.description ?? "", people: event?.invitations.map(({ personId }) => personId) ?? [] };
}

/** An event as the notice of a meeting changes it. */
export async function eventToTell(db: RegionDb, id: string) {
  return db.event.findFirst({ where: { id } });
}

/** The meeting an invitation that stands is to, and whose seats it is for: the invited, and whom a substitute meets for. */
export async function meetingOfInvitation(db: RegionDb, id: string) {
  const found = await db.invitation.findFirst({
    where: { id, withdrawnAt: null },
    select: {
      personId: true,
      substituteFor: { select: { personId: true } },
      event: {
        select: {
          state: true,
          minutes: { select: { id: true, bodyId: true, day: true, noticeAt: true }, take: 1 },
        },
      },
    },
  });
  const minutes = found?.event.minutes[0];
  if (!found || !minutes || found.event.state === "draft") return null;
  return { minutes, people: [found.personId, ...(found.substituteFor ? [found.substituteFor.personId] : [])] };
}

/** The latest meetings of other bodies before a day whose minutes this body has no case about. */
export async function minutesElsewhere(db: RegionDb, bodyId: string, day: Date, since: Date) {
  return db.minutes.findMany({
    where: {
      bodyId: { not: bodyId },
      day: { lt: day, gte: since },
      state: { in: ["ended", "remarks", "approved"] },
      cases: { none: { bodyId, state: { not: "withdrawn" } } },
    },
    select: { id: true, day: true, body: { select: { name: true } } },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: 5,
  });
}
