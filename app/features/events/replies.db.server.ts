import { isCounted } from "~/domain/events/seats";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { Answer } from "../../../prisma/generated/enums";

/** The invitations to an event of those who have, or were sent it at, one of these addresses; withdrawn or not. */
export async function invitationsAt(db: RegionDb, eventId: string, addresses: string[]) {
  const found = await db.invitation.findMany({
    where: {
      eventId,
      OR: [
        { person: { email: { in: addresses } } },
        { deliveries: { some: { toAddress: { in: addresses, mode: "insensitive" } } } },
      ],
    },
    include: {
      person: { select: { email: true } },
      deliveries: { select: { toAddress: true }, distinct: ["toAddress"] },
      substitutes: { where: { withdrawnAt: null }, select: { id: true } },
    },
    orderBy: { id: "asc" },
  });
  return found.map(({ person, deliveries, substitutes, ...invitation }) => ({
    ...invitation,
    /** Another has taken it over, it was taken back, or somebody meets for her. */
    out: invitation.withdrawnAt !== null || !isCounted({ substitutes }),
    addresses: [person.email, ...deliveries.map(({ toAddress }) => toAddress.toLowerCase())],
  }));
}

export type NewReply = {
  eventId: string;
  key: string;
  fromName: string;
  fromAddress: string;
  attendee: string;
  answer: Answer;
  comment: string;
  proposesTime: boolean;
  proposedStart: Date | null;
  stamp: Date;
  receivedAt: Date;
};

export async function createReply(db: RegionDb, data: NewReply): Promise<string> {
  const { id } = await db.inboundReply.create({ data, select: { id: true } });
  return id;
}

export async function findReply(db: RegionDb, where: { id: string } | { key: string }) {
  return db.inboundReply.findFirst({ where });
}

/** What waits of one who has written before, the newest first. */
export async function waitingOf(db: RegionDb, of: { eventId: string; fromAddress: string; attendee: string }) {
  return db.inboundReply.findMany({
    where: { ...of, state: "waiting" },
    select: { id: true, stamp: true },
    orderBy: { stamp: "desc" },
  });
}

export async function removeReplies(db: RegionDb, ids: string[]): Promise<void> {
  await db.inboundReply.deleteMany({ where: { id: { in: ids }, state: "waiting" } });
}

/** Deletes every reply to an event. Returns how many. */
export async function deleteReplies(db: RegionDb, eventId: string): Promise<number> {
  const { count } = await db.inboundReply.deleteMany({ where: { eventId } });
  return count;
}

export async function countWaiting(db: RegionDb, eventId: string): Promise<number> {
  return db.inboundReply.count({ where: { eventId, state: "waiting" } });
}

export async function settleReply(
  db: RegionDb,
  id: string,
  data: { state: "counted" | "dismissed"; invitationId: string | null; decidedAt: Date },
): Promise<void> {
  await db.inboundReply.updateMany({ where: { id }, data });
}

/** The replies to an event that wait, the oldest first, and the last twenty that somebody has decided on. */
export async function repliesOf(db: RegionDb, eventId: string) {
  const include = { invitation: { select: { person: { select: { name: true } } } } };
  const waiting = await db.inboundReply.findMany({
    where: { eventId, state: "waiting" },
    include,
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: 200,
  });
  const settled = await db.inboundReply.findMany({
    where: { eventId, state: { not: "waiting" } },
    include,
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: 20,
  });
  return { waiting, settled };
}

/** Whether entries of the region's events have gone out from an address, in lower case. */
export async function hasOrganizer(db: RegionDb, address: string): Promise<boolean> {
  const found = await db.event.findFirst({
    where: { organizerAddress: { equals: address, mode: "insensitive" } },
    select: { id: true },
  });
  return found !== null;
}
