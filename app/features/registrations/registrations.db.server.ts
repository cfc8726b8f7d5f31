import { passedFrom, type SignUpFacts, type Way } from "~/domain/registrations/places";
import { memberOn } from "~/features/municipalities/member-on";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

export type RegistrationState = "pending" | "registered" | "waiting" | "offered" | "refused" | "cancelled";

/** The event, held until the transaction ends, so that those who sign up go one after the other. */
export async function holdEventOf(db: RegionDb, id: string) {
  await db.$queryRaw`SELECT 1 FROM event WHERE id = ${id}::uuid FOR UPDATE`;
  return db.event.findFirst({ where: { id } });
}

export async function findEventOf(db: RegionDb, id: string) {
  return db.event.findFirst({ where: { id } });
}

/** What decides whether one may sign up, of an event as the database has it. */
export function signUpFacts(event: {
  state: SignUpFacts["state"];
  open: boolean;
  registration: SignUpFacts["registration"];
  startsAt: Date;
  registerBy: Date | null;
  capacity: number | null;
  capacityOnline: number | null;
  attendanceWay: SignUpFacts["attendanceWay"];
}): SignUpFacts {
  const { state, open, registration, capacity, capacityOnline, attendanceWay } = event;
  return {
    ...{ state, open, registration, capacity, capacityOnline, attendanceWay },
    startsAt: event.startsAt.toISOString(),
    registerBy: event.registerBy?.toISOString() ?? null,
  };
}

export type Standing = Record<Way, { taken: number; registered: number; offered: number; inLine: number }>;

/** How many have a place, are offered one, and wait, for each way. Who let an offer pass is not in line. */
export async function standingOf(db: RegionDb, eventId: string): Promise<Standing> {
  const rows = await db.$queryRaw<{ way: Way; registered: number; offered: number; inLine: number }[]>`
    SELECT way, count(*) FILTER (WHERE state = 'registered')::int AS registered,
      count(*) FILTER (WHERE state = 'offered')::int AS offered,
      count(*) FILTER (WHERE state = 'waiting' AND number < ${passedFrom})::int AS "inLine"
    FROM registration WHERE event_id = ${eventId}::uuid GROUP BY way`;
  const of = (way: Way) => {
    const { registered = 0, offered = 0, inLine = 0 } = rows.find((row) => row.way === way) ?? {};
    return { registered, offered, inLine, taken: registered + offered };
  };
  return { room: of("room"), online: of("online") };
}

/** How many stand in each state. */
export async function countStates(db: RegionDb, eventId: string): Promise<Record<RegistrationState, number>> {
  const groups = await db.registration.groupBy({ by: ["state"], where: { eventId }, _count: true });
  const none = { pending: 0, registered: 0, waiting: 0, offered: 0, refused: 0, cancelled: 0 };
  return { ...none, ...Object.fromEntries(groups.map(({ state, _count }) => [state, _count])) };
}

/** How many wait before this one. */
export async function countBefore(
  db: RegionDb,
  one: { eventId: string; way: "room" | "online" | "both"; number: number },
) {
  const { eventId, way, number } = one;
  return db.registration.count({ where: { eventId, way, state: "waiting", number: { lt: number } } });
}

/** The last number given. */
export async function lastNumber(db: RegionDb, eventId: string): Promise<number> {
  const [last] = await db.$queryRaw<{ number: number | null }[]>`
    SELECT max(number % ${passedFrom}) AS number FROM registration WHERE event_id = ${eventId}::uuid`;
  return last?.number ?? 0;
}

const withPerson = {
  person: { select: { id: true, email: true } },
  municipality: { select: { municipality: { select: { name: true } } } },
} as const;

export async function registrationsOfPeople(db: RegionDb, eventId: string, personIds: string[]) {
  if (personIds.length === 0) return [];
  return db.registration.findMany({ where: { eventId, personId: { in: personIds } }, include: withPerson });
}

/** The highest SEQUENCE each person has been sent of the event as invited: what follows must be higher (C4). */
export async function invitedSequences(
  db: RegionDb,
  eventId: string,
  personIds: string[],
): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.invitation.findMany({
    where: { eventId, personId: { in: personIds } },
    select: { personId: true, sequence: true },
  });
  return new Map(rows.map(({ personId, sequence }) => [personId, sequence]));
}

export async function createRegistrations(db: RegionDb, data: Prisma.RegistrationCreateManyInput[]): Promise<void> {
  await db.registration.createMany({ data });
}

export async function updateRegistration(
  db: RegionDb,
  id: string,
  data: Prisma.RegistrationUncheckedUpdateManyInput,
): Promise<void> {
  await db.registration.updateMany({ where: { id }, data });
}

/** One who has signed up, with the event. */
export async function findRegistration(db: RegionDb, id: string) {
  return db.registration.findFirst({ where: { id }, include: { ...withPerson, event: true } });
}

export type StoredRegistration = Awaited<ReturnType<typeof registrationsOfPeople>>[number];

/** Those in these states, by their number. */
export async function registrationsIn(db: RegionDb, eventId: string, states: RegistrationState[], ids?: string[]) {
  return db.registration.findMany({
    where: { eventId, state: { in: states }, ...(ids && { id: { in: ids } }) },
    include: withPerson,
    orderBy: { number: "asc" },
  });
}

const openToSee = { open: true, state: { not: "draft" } } as const;

/** An event as far as it decides over who signs up, when everybody may see it. */
export async function eventToSignUpTo(db: RegionDb, id: string) {
  return db.event.findFirst({ where: { id, ...openToSee } });
}

/** An event as everybody may see it. */
export async function publicEvent(db: RegionDb, id: string) {
  return db.event.findFirst({
    where: { id, ...openToSee },
    include: {
      actor: { select: { name: true } },
      network: { select: { id: true, name: true, open: true } },
      organisers: { select: { actor: { select: { name: true } } }, orderBy: { id: "asc" } },
      programme: {
        select: { id: true, startsAfter: true, title: true, speaker: true, description: true },
        orderBy: [{ position: "asc" }, { id: "asc" }],
      },
    },
  });
}

/** What an organiser asks those who sign up, in order. */
export async function questionsOf(db: RegionDb, eventId: string) {
  return db.eventQuestion.findMany({
    where: { eventId, purpose: "registration" },
    select: { id: true, kind: true, label: true, hint: true, options: true, required: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** The municipalities of the region on a day (midnight UTC), by name. */
export async function memberMunicipalities(db: RegionDb, day: Date) {
  const found = await db.regionMunicipality.findMany({
    where: memberOn(day),
    select: { municipality: { select: { id: true, name: true } } },
  });
  return found.map(({ municipality }) => municipality).sort((a, b) => a.name.localeCompare(b.name, "nb"));
}

export async function saveOrganizer(
  db: RegionDb,
  eventId: string,
  data: { organizerName: string | null; organizerAddress: string | null },
): Promise<void> {
  await db.event.updateMany({ where: { id: eventId }, data });
}

/** SEQUENCE rises by one for each of these (C11). */
export async function raiseSequences(db: RegionDb, ids: string[]): Promise<void> {
  if (ids.length > 0)
    await db.registration.updateMany({ where: { id: { in: ids } }, data: { sequence: { increment: 1 } } });
}

/** Ends the offers that have run out: who let one pass waits on. Gives whose they were. */
export async function lapseOffers(db: RegionDb, eventId: string, now: Date): Promise<string[]> {
  const where = { eventId, state: "offered" as const, offeredUntil: { lte: now } };
  const lapsed = (await db.registration.findMany({ where, select: { id: true } })).map(({ id }) => id);
  if (lapsed.length > 0)
    await db.registration.updateMany({
      where: { id: { in: lapsed } },
      data: {
        ...{ state: "waiting", offeredUntil: null },
        ...{ number: { increment: passedFrom }, version: { increment: 1 } },
      },
    });
  return lapsed;
}

/** Those who are in, wait or are looked at and have not been sent a message of one of these keys. */
export async function untold(db: RegionDb, eventId: string, keysOf: (id: string) => string[]) {
  const all = await registrationsIn(db, eventId, ["registered", "offered", "waiting", "pending"]);
  const keys = all.flatMap(({ id }) => keysOf(id));
  const sent = await db.delivery.findMany({ where: { eventId, key: { in: keys } }, select: { key: true } });
  const known = new Set(sent.map(({ key }) => key));
  return all.filter(({ id }) => !keysOf(id).some((key) => known.has(key)));
}

/**
 * Those who have a place and whose calendar was last told something else of the event than this: registration -> what
 * it was told.
 */
export async function toldOtherwise<T extends object>(db: RegionDb, eventId: string, now: T): Promise<Map<string, T>> {
  const rows = await db.$queryRaw<{ id: string; told: T }[]>`
    SELECT told.id, told.event AS told FROM (
      SELECT DISTINCT ON (d.registration_id) d.registration_id AS id, d.message -> 'event' AS event
      FROM delivery d JOIN registration r ON r.region_id = d.region_id AND r.id = d.registration_id
      WHERE d.event_id = ${eventId}::uuid AND r.state = 'registered'
        AND d.kind IN ('registration-confirmed', 'registration-update') AND d.state IN ('queued', 'sending', 'sent')
      ORDER BY d.registration_id, d.id DESC) told
    WHERE told.event <> ${JSON.stringify(now)}::jsonb`;
  return new Map(rows.map(({ id, told }) => [id, told]));
}

/** Takes back the offers that have not left, of an event or of one who has signed up: nothing is to wait behind them. */
export async function dropOffers(db: RegionDb, of: { eventId: string } | { registrationId: string }): Promise<void> {
  await db.delivery.deleteMany({ where: { ...of, kind: "registration-offered", state: "queued" } });
}

export async function forgetNeeds(db: RegionDb, eventId: string): Promise<void> {
  await db.registration.updateMany({ where: { eventId, needs: { not: "" } }, data: { needs: "" } });
}

/** Fifty and one of those who have signed up, by their number; `after` is the number the last page ended with. */
export async function registrationsPage(
  db: RegionDb,
  { eventId, state, after }: { eventId: string; state: RegistrationState | null; after: number | null },
) {
  return db.registration.findMany({
    where: { eventId, ...(state && { state }), ...(after !== null && { number: { gt: after } }) },
    include: withPerson,
    orderBy: { number: "asc" },
    take: 51,
  });
}

/** Everybody who has signed up, for a sheet. */
export async function allRegistrations(db: RegionDb, eventId: string) {
  return db.registration.findMany({ where: { eventId }, include: withPerson, orderBy: { number: "asc" } });
}

/** Those who wait up to this number, the first first. */
export async function waitingUpTo(
  db: RegionDb,
  one: { eventId: string; way: "room" | "online" | "both"; number: number },
) {
  const { eventId, way, number } = one;
  return db.registration.findMany({
    where: { eventId, way, state: "waiting", number: { lte: number } },
    select: { id: true, number: true },
    orderBy: { number: "asc" },
  });
}

/** Gives several new numbers at once, out of the way first: no two may have the same at any moment. */
export async function renumber(db: RegionDb, numbers: { id: string; number: number }[]): Promise<void> {
  for (const { id, number } of numbers) await updateRegistration(db, id, { number: -number });
  for (const { id, number } of numbers) await updateRegistration(db, id, { number });
}

export async function saveSettings(
  db: RegionDb,
  eventId: string,
  data: Prisma.EventUncheckedUpdateManyInput,
): Promise<void> {
  await db.event.updateMany({ where: { id: eventId }, data: { ...data, wakeAt: new Date(0) } });
}

export async function findQuestion(db: RegionDb, eventId: string, id: string) {
  return db.eventQuestion.findFirst({ where: { id, eventId, purpose: "registration" } });
}

export async function createQuestion(db: RegionDb, data: Prisma.EventQuestionUncheckedCreateInput): Promise<string> {
  return (await db.eventQuestion.create({ data, select: { id: true } })).id;
}

export async function saveQuestion(
  db: RegionDb,
  id: string,
  data: Prisma.EventQuestionUncheckedUpdateManyInput,
): Promise<void> {
  await db.eventQuestion.updateMany({ where: { id }, data });
}

export async function deleteQuestion(db: RegionDb, id: string): Promise<void> {
  await db.eventQuestion.deleteMany({ where: { id } });
}
