import type { RegionDb } from "~/platform/db/region-db.server";
import type { Prisma } from "../../../prisma/generated/client";

/** An event with all that is made anew when it is made once more; null when there is none. */
export async function findToCopy(db: RegionDb, id: string) {
  return db.event.findFirst({
    where: { id },
    include: {
      organisers: { select: { actorId: true }, orderBy: { id: "asc" } },
      partners: { select: { partnerId: true }, orderBy: { id: "asc" } },
      priorityAreas: { select: { priorityAreaId: true } },
      programme: { orderBy: [{ position: "asc" }, { id: "asc" }] },
      reminders: { select: { kind: true, minutes: true } },
      questions: { orderBy: [{ position: "asc" }, { id: "asc" }] },
      papers: { where: { fileId: null }, orderBy: [{ position: "asc" }, { id: "asc" }] },
    },
  });
}

export type ToCopy = NonNullable<Awaited<ReturnType<typeof findToCopy>>>;

type Columns = Prisma.EventUncheckedCreateInput;

/** Makes an event with these columns and what belongs to another. */
export async function createCopy(db: RegionDb, columns: Columns & { id: string }, from: ToCopy, newId: () => string) {
  const { id: eventId } = columns;
  await db.event.create({ data: columns });
  await db.eventOrganiser.createMany({ data: from.organisers.map((row) => ({ ...row, eventId })) });
  await db.eventPartner.createMany({ data: from.partners.map((row) => ({ ...row, eventId })) });
  await db.priorityAreaLink.createMany({ data: from.priorityAreas.map((row) => ({ ...row, eventId })) });
  await db.eventReminder.createMany({ data: from.reminders.map((row) => ({ ...row, eventId })) });
  const ids = new Map(from.programme.map(({ id }) => [id, newId()]));
  await db.programmeItem.createMany({
    data: from.programme.map(({ id, position, startsAfter, title, speaker, description }) => ({
      id: ids.get(id) ?? newId(),
      eventId,
      ...{ position, startsAfter, title, speaker, description },
    })),
  });
  await db.eventQuestion.createMany({
    data: from.questions.map(({ purpose, position, kind, label, hint, options, required }) => ({
      eventId,
      ...{ purpose, position, kind, label, hint, options, required },
    })),
  });
  await db.paper.createMany({
    data: from.papers.map(({ itemId, position, name, link, open }) => ({
      eventId,
      itemId: itemId && (ids.get(itemId) ?? null),
      ...{ position, name, link, open },
    })),
  });
}

export async function setSeries(db: RegionDb, eventId: string, seriesId: string): Promise<void> {
  await db.event.updateMany({ where: { id: eventId }, data: { seriesId } });
}

/** The gatherings of a series, the first first, each with how many stand invited. */
export async function gatheringsOf(db: RegionDb, seriesId: string) {
  return db.event.findMany({
    where: { seriesId },
    select: {
      id: true,
      title: true,
      state: true,
      startsAt: true,
      endsAt: true,
      zone: true,
      _count: { select: { invitations: { where: { withdrawnAt: null } } } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 500,
  });
}

/** How many invited people each of these events is to be told to: event -> people whose calendar has it. */
export async function toldOf(db: RegionDb, eventIds: string[]): Promise<Map<string, string[]>> {
  const rows = await db.delivery.findMany({
    where: { eventId: { in: eventIds }, state: { in: ["sent", "sending"] }, invitation: { withdrawnAt: null } },
    select: { eventId: true, invitation: { select: { personId: true } } },
    distinct: ["invitationId"],
  });
  const told = new Map<string, string[]>();
  for (const { eventId, invitation } of rows)
    if (eventId && invitation) told.set(eventId, [...(told.get(eventId) ?? []), invitation.personId]);
  return told;
}
