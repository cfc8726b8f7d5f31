import { plannedInvitation } from "~/features/events/planned-invitation";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Events that one of these actors holds, or a unit of theirs. */
const heldBy = (actorIds: readonly string[]) => ({
  actor: { OR: [{ id: { in: [...actorIds] } }, { parentId: { in: [...actorIds] } }] },
});

const facts = { id: true, title: true, kind: true, state: true, startsAt: true, endsAt: true, zone: true, place: true };

/** What these actors hold that people sign up for, or that is a webinar, and that is not over; the nearest first. */
export async function signUpEvents(db: RegionDb, { actorIds, now }: { actorIds: readonly string[]; now: Date }) {
  return db.event.findMany({
    where: {
      ...heldBy(actorIds),
      endsAt: { gte: now },
      state: "published",
      OR: [{ kind: "webinar" }, { registration: { not: "none" } }],
    },
    select: {
      ...facts,
      registration: true,
      registerBy: true,
      capacity: true,
      capacityOnline: true,
      attendanceWay: true,
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 20,
  });
}

/** How many of those who signed up stand where: event and state -> people. */
export async function signUpCounts(db: RegionDb, eventIds: readonly string[]) {
  const rows = await db.registration.groupBy({
    by: ["eventId", "state"],
    where: { eventId: { in: [...eventIds] } },
    _count: true,
  });
  return rows.map(({ eventId, state, _count }) => ({ eventId, state, count: _count }));
}

/** What these actors have not published yet and is to come, the nearest first. */
export async function draftsOf(db: RegionDb, { actorIds, now }: { actorIds: readonly string[]; now: Date }) {
  return db.event.findMany({
    where: { ...heldBy(actorIds), endsAt: { gte: now }, state: "draft" },
    select: facts,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 10,
  });
}

/** What has been asked of a municipality and how it has answered: to come first, then the newest of what is over. */
export async function askedOfMunicipality(
  db: RegionDb,
  { municipalityId, personId, now }: { municipalityId: string; personId: string; now: Date },
) {
  const of = { municipalityId, withdrawnAt: null, NOT: plannedInvitation(now) };
  const select = {
    id: true,
    answer: true,
    answeredVersion: true,
    person: { select: { name: true } },
    event: { select: { ...facts, askedVersion: true } },
  } as const;
  const coming = await db.invitation.findMany({
    where: { ...of, personId: { not: personId }, event: { endsAt: { gte: now }, state: { not: "draft" } } },
    select,
    orderBy: [{ event: { startsAt: "asc" } }, { id: "asc" }],
    take: 10,
  });
  const over = await db.invitation.findMany({
    where: { ...of, event: { endsAt: { lt: now }, state: { in: ["published", "held"] } } },
    select,
    orderBy: [{ event: { startsAt: "desc" } }, { id: "asc" }],
    take: 6,
  });
  return { coming, over };
}

/** The networks somebody is in on a day, through her municipality or herself, each with the next gathering to come. */
export async function networksOfReader(
  db: RegionDb,
  { municipalityId, personId, day, now }: { municipalityId: string | null; personId: string; day: Date; now: Date },
) {
  const today = { joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] };
  const who = municipalityId ? [{ municipalityId }, { personId }] : [{ personId }];
  return db.network.findMany({
    where: { members: { some: { AND: [today, { OR: who }] } } },
    select: {
      id: true,
      name: true,
      open: true,
      gatherings: {
        where: { endsAt: { gte: now }, state: "published" },
        select: { id: true, title: true, startsAt: true, zone: true },
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        take: 1,
      },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 20,
  });
}

/** The events that have replies by mail a person decides on, with how many; of all actors, or of these. */
export async function repliesToDecide(db: RegionDb, actorIds: readonly string[] | "all") {
  const waiting = await db.inboundReply.groupBy({
    by: ["eventId"],
    where: { state: "waiting", ...(actorIds !== "all" && { event: heldBy(actorIds) }) },
    _count: true,
    orderBy: { _count: { eventId: "desc" } },
    take: 5,
  });
  const events = await db.event.findMany({
    where: { id: { in: waiting.map(({ eventId }) => eventId) } },
    select: { id: true, title: true },
  });
  return waiting.flatMap(({ eventId, _count }) => {
    const event = events.find(({ id }) => id === eventId);
    return event ? [{ ...event, count: _count }] : [];
  });
}
