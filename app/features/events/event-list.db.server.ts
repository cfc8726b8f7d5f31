import { countedInvitations } from "~/domain/events/seats";
import type { RegionDb } from "~/platform/db/region-db.server";
import type { EventKind } from "../../../prisma/generated/enums";

/** What of the events is listed; all of them where nothing is said. */
export type EventFilter = {
  drafts?: boolean;
  kinds?: EventKind[];
  areaIds?: string[];
  /** Those somebody is responsible for, or that these actors hold or organise. */
  own?: { personId: string; actorIds: string[] } | null;
};

function filtered({ drafts, kinds = [], areaIds = [], own }: EventFilter) {
  return [
    ...(drafts ? [{ state: "draft" as const }] : []),
    ...(kinds.length > 0 ? [{ kind: { in: kinds } }] : []),
    ...(areaIds.length > 0 ? [{ priorityAreas: { some: { priorityAreaId: { in: areaIds } } } }] : []),
    ...(own
      ? [
          {
            OR: [
              { responsibleId: own.personId },
              { actorId: { in: own.actorIds } },
              { organisers: { some: { actorId: { in: own.actorIds } } } },
            ],
          },
        ]
      : []),
  ];
}

/** Fifty events from a moment on, or before it, nearest first, with how their invitations were answered. */
export async function eventPage(
  db: RegionDb,
  {
    now,
    past,
    skipTo,
    filter = {},
  }: { now: Date; past: boolean; skipTo: { startsAt: Date; id: string } | null; filter?: EventFilter },
) {
  const events = await db.event.findMany({
    where: {
      ...(filter.drafts ? {} : { endsAt: past ? { lt: now } : { gte: now } }),
      AND: filtered(filter),
      ...(skipTo && {
        OR: [
          { startsAt: past ? { lt: skipTo.startsAt } : { gt: skipTo.startsAt } },
          { startsAt: skipTo.startsAt, id: { gt: skipTo.id } },
        ],
      }),
    },
    include: { actor: { select: { name: true } }, network: { select: { id: true, name: true } } },
    orderBy: [{ startsAt: past ? "desc" : "asc" }, { id: "asc" }],
    take: 51,
  });
  return {
    events,
    answers: await answersOf(
      db,
      events.map((event) => event.id),
    ),
  };
}

/** How the invitations to these events were answered, counted by the database. */
export async function answersOf(db: RegionDb, eventIds: string[]) {
  const groups = await db.invitation.groupBy({
    by: ["eventId", "answer"],
    where: { eventId: { in: eventIds }, ...countedInvitations },
    _count: true,
  });
  return groups.map(({ eventId, answer, _count }) => ({ eventId, answer, count: _count }));
}
