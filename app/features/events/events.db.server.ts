import { countedInvitations } from "~/domain/events/seats";
import type { EventMessage } from "~/features/events/event-messages.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { EventAudience, EventKind } from "../../../prisma/generated/enums";

export async function createEvent(
  db: RegionDb,
  data: {
    planRowId: string | null;
    networkId: string | null;
    bodyId?: string | null;
    actorId: string | null;
    kind: EventKind;
    title: string;
    description: string;
    startsAt: string;
    endsAt: string;
    zone: string;
    place: string;
    link: string;
    replyBy: Date | null;
    responsibleId: string;
    language?: string | null;
    audienceKind?: EventAudience | null;
    audienceId?: string | null;
    joinLink?: string;
    open?: boolean;
    callsDeputies?: boolean;
    seriesId?: string | null;
  },
) {
  return db.event.create({ data });
}

/** The words an event is made from, with its plan's period; null for an id that is none. */
export async function findRowToPlan(db: RegionDb, id: string) {
  const row = await db.planRow.findFirst({
    where: { id },
    select: { id: true, channel: true, goal: true, timing: true, plan: { select: { from: true, to: true } } },
  });
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return row && { ...row, plan: { from: day(row.plan.from), to: day(row.plan.to) } };
}

export async function findEvent(db: RegionDb, id: string) {
  return db.event.findFirst({
    where: { id },
    include: {
      planRow: { include: { plan: true } },
      network: { select: { id: true, name: true } },
      actor: { select: { id: true, name: true } },
      body: { select: { id: true, name: true } },
    },
  });
}

/** The event, held until the transaction ends, so that two who change it go one after the other. */
export async function holdEvent(db: RegionDb, id: string) {
  await db.$queryRaw`SELECT 1 FROM event WHERE id = ${id}::uuid FOR UPDATE`;
  return readHeld(db, id);
}

/** An event that is held already, as it is now. */
export async function readHeld(db: RegionDb, id: string) {
  return db.event.findFirst({ where: { id } });
}

/** The event, changed; what it does by itself is looked at anew at once. */
export async function updateEvent(db: RegionDb, id: string, data: Parameters<RegionDb["event"]["update"]>[0]["data"]) {
  const { count } = await db.event.updateMany({ where: { id }, data: { wakeAt: new Date(0), ...data } as never });
  if (count !== 1) throw new Error("The event to update is gone");
}

/** Has every event that is not over looked at anew at once. Returns how many. */
export async function wakeComing(db: RegionDb, now: Date): Promise<number> {
  const { count } = await db.event.updateMany({ where: { endsAt: { gt: now } }, data: { wakeAt: new Date(0) } });
  return count;
}

/** Who meets for whom, as it stands. */
const withSubstitutes = {
  substitutes: { where: { withdrawnAt: null }, include: { person: true } },
  substituteFor: { include: { person: true } },
} as const;

/** The invitations that stand, with what has been sent about each; those that another has taken over are not there. */
export async function invitationsOf(db: RegionDb, eventId: string, id?: string) {
  return db.invitation.findMany({
    where: { eventId, withdrawnAt: null, ...(id && { id }) },
    include: {
      person: true,
      answeredFor: { select: { name: true } },
      municipality: { include: { municipality: true } },
      ...withSubstitutes,
      deliveries: {
        select: { id: true, kind: true, state: true, sentAt: true, dueAt: true, lastError: true },
        orderBy: { id: "desc" },
      },
    },
  });
}

/** Those that another has taken over, with what had been answered, the last first. */
export async function passedInvitationsOf(db: RegionDb, eventId: string) {
  return db.invitation.findMany({
    where: { eventId, withdrawnAt: { not: null } },
    select: {
      id: true,
      answer: true,
      withdrawnAt: true,
      substituteFor: { select: { person: { select: { name: true } } } },
      deliveries: { select: { key: true }, orderBy: { id: "desc" }, take: 1 },
      person: { select: { name: true } },
      municipality: { select: { municipality: { select: { name: true } } } },
    },
    orderBy: [{ withdrawnAt: "desc" }, { id: "desc" }],
    take: 50,
  });
}

/** An invitation, also one that another has taken over. */
export async function findInvitation(db: RegionDb, id: string) {
  return db.invitation.findFirst({
    where: { id },
    include: { event: true, person: true, municipality: { include: { municipality: true } }, ...withSubstitutes },
  });
}

export type NewInvitation = {
  id: string;
  eventId: string;
  personId: string;
  municipalityId: string | null;
  locale: string;
};

export async function createInvitations(db: RegionDb, invitations: NewInvitation[]) {
  await db.invitation.createMany({ data: invitations });
}

/** SEQUENCE rises by one for each of these (C11). */
export async function raiseSequence(db: RegionDb, ids: string[]) {
  await db.invitation.updateMany({ where: { id: { in: ids } }, data: { sequence: { increment: 1 } } });
}

export async function saveAnswer(
  db: RegionDb,
  id: string,
  data: {
    answer: "accepted" | "declined" | "tentative";
    answeredAt: Date;
    answeredBy: "link" | "signed_in" | "on_behalf" | "mail";
    answeredVersion: number;
    answeredForId: string | null;
    comment?: string;
    needs?: string;
    repliedStamp?: Date;
  },
) {
  await db.invitation.updateMany({ where: { id }, data });
}

/** Makes answers given under an earlier number count as given under this one. */
export async function renewAnswers(db: RegionDb, ids: string[], answeredVersion: number) {
  await db.invitation.updateMany({ where: { id: { in: ids } }, data: { answeredVersion } });
}

/**
 * The messages of an event, or of one invitation, that wait, held so that no worker takes them while they are replaced.
 * What takes the event out of somebody's calendar is not among them: nothing replaces it.
 */
export async function holdQueued(db: RegionDb, eventId: string, invitationId: string | null = null) {
  const held = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM delivery WHERE event_id = ${eventId}::uuid AND state = 'queued' AND registration_id IS NULL
      AND message->'calendar'->>'scope' IS DISTINCT FROM 'attendee'
      AND (${invitationId}::uuid IS NULL OR invitation_id = ${invitationId}::uuid) FOR UPDATE`;
  return db.delivery.findMany({
    where: { id: { in: held.map((row) => row.id) } },
    select: { id: true, invitationId: true, dueAt: true, message: true, kind: true },
  });
}

export async function removeQueued(db: RegionDb, ids: string[]) {
  await db.delivery.deleteMany({ where: { id: { in: ids } } });
}

/** The standing invitations whose recipients have been sent something, or are being. */
export async function toldInvitations(db: RegionDb, eventId: string): Promise<Set<string>> {
  const told = await db.delivery.findMany({
    where: { eventId, state: { in: ["sent", "sending"] }, invitation: countedInvitations },
    select: { invitationId: true },
    distinct: ["invitationId"],
  });
  return new Set(told.map((row) => row.invitationId as string));
}

/**
 * What each recipient's calendar has last been sent of an event, or is being sent: invitation -> message. Whose
 * calendar was told last that the invitation had been taken back has nothing.
 */
export async function lastTold(
  db: RegionDb,
  eventId: string,
  invitationId?: string,
): Promise<Map<string, EventMessage>> {
  const told = await db.delivery.findMany({
    where: {
      eventId,
      state: { in: ["sent", "sending"] },
      invitationId: invitationId ?? { not: null },
      kind: { not: "event-reminder" },
    },
    select: { invitationId: true, message: true },
    orderBy: { id: "asc" },
  });
  const last = new Map(told.map((row) => [row.invitationId as string, row.message as unknown as EventMessage]));
  for (const [id, { calendar }] of last) if (calendar?.scope === "attendee") last.delete(id);
  return last;
}

/** Lets what waits for one invitation leave now, reminders apart. Returns how many. */
export async function hastenQueued(db: RegionDb, invitationId: string, now: Date): Promise<number> {
  const { count } = await db.delivery.updateMany({
    where: { invitationId, state: "queued", kind: { not: "event-reminder" } },
    data: { dueAt: now },
  });
  return count;
}

export async function dueNow(db: RegionDb, eventId: string, now: Date): Promise<number> {
  const { count } = await db.delivery.updateMany({
    where: { eventId, state: "queued", kind: "event-update", dueAt: { gt: now } },
    data: { dueAt: now },
  });
  return count;
}

export async function deliveriesOfEvent(db: RegionDb, eventId: string) {
  return db.delivery.groupBy({
    by: ["kind", "state", "dueAt"],
    where: { eventId },
    _count: true,
    _max: { sentAt: true },
    orderBy: { dueAt: "desc" },
    take: 50,
  });
}
