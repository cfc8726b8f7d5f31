import type { RegionDb } from "~/platform/db/region-db.server";
import type { EventKind } from "../../../prisma/generated/enums";

export type { EventKind };

export type Choice = { kind: EventKind | null; networkId: string | null };

const shown = {
  id: true,
  kind: true,
  title: true,
  startsAt: true,
  endsAt: true,
  zone: true,
  place: true,
  attendanceWay: true,
  registration: true,
  registerBy: true,
  capacity: true,
  capacityOnline: true,
  network: { select: { id: true, name: true, open: true } },
} as const;

const open = { open: true, state: { in: ["published" as const, "held" as const] } };

/** What is open to everybody and not over, the nearest first; one more than are shown. */
export async function comingOpenEvents(
  db: RegionDb,
  { now, kind, networkId, skipTo, take }: Choice & { now: Date; take: number; skipTo: { at: Date; id: string } | null },
) {
  return db.event.findMany({
    where: {
      ...open,
      endsAt: { gte: now },
      ...(kind && { kind }),
      ...(networkId && { networkId }),
      ...(skipTo && { OR: [{ startsAt: { gt: skipTo.at } }, { startsAt: skipTo.at, id: { gt: skipTo.id } }] }),
    },
    select: shown,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: take + 1,
  });
}

export type OpenEvent = Awaited<ReturnType<typeof comingOpenEvents>>[number];

/** The kinds of what is open and not over, and the open networks that it is in. */
export async function openChoices(db: RegionDb, now: Date) {
  const kinds = await db.event.groupBy({
    by: ["kind"],
    where: { ...open, endsAt: { gte: now } },
    orderBy: { kind: "asc" },
  });
  const networks = await db.network.findMany({
    where: { open: true, gatherings: { some: { ...open, endsAt: { gte: now } } } },
    select: { id: true, name: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 100,
  });
  return { kinds: kinds.map(({ kind }) => kind), networks };
}

/** What is over and has a recording that is published, the newest first. */
export async function openRecordings(db: RegionDb, { now, kind, networkId }: Choice & { now: Date }) {
  return db.event.findMany({
    where: {
      ...open,
      endsAt: { lt: now },
      recordingAt: { not: null, lte: now },
      recordingLink: { not: "" },
      ...(kind && { kind }),
      ...(networkId && { networkId }),
    },
    select: { id: true, kind: true, title: true, startsAt: true, zone: true, recordingLink: true },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: 12,
  });
}

/** How many have a place, or one kept for them: event -> way -> people. */
export async function placesTaken(db: RegionDb, eventIds: readonly string[]) {
  const taken = await db.registration.groupBy({
    by: ["eventId", "way"],
    where: { eventId: { in: [...eventIds] }, state: { in: ["registered", "offered"] } },
    _count: true,
  });
  return taken.map(({ eventId, way, _count }) => ({ eventId, way, count: _count }));
}
