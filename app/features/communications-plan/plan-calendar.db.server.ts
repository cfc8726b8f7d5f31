import { addDays } from "~/domain/shared/days";
import type { RegionDb } from "~/platform/db/region-db.server";

type Span = { from: string; to: string };

/** The events of the region that are not cancelled and last on one of these days, whatever the zone; at most 1,000. */
export async function listEventsIn(db: RegionDb, { from, to }: Span) {
  return db.event.findMany({
    where: {
      state: { not: "cancelled" },
      startsAt: { lt: new Date(addDays(to, 2)) },
      endsAt: { gte: new Date(addDays(from, -1)) },
    },
    select: { id: true, title: true, planRowId: true, startsAt: true, endsAt: true, zone: true, state: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 1_000,
  });
}

/** What has been said elsewhere on these days; at most 1,000. */
export async function listPublicationsIn(db: RegionDb, { from, to }: Span) {
  const publications = await db.publication.findMany({
    where: { day: { gte: new Date(from), lte: new Date(to) } },
    select: { id: true, title: true, planRowId: true, day: true },
    orderBy: [{ day: "asc" }, { id: "asc" }],
    take: 1_000,
  });
  return publications.map(({ day, ...publication }) => ({ ...publication, day: day.toISOString().slice(0, 10) }));
}

/** The rows of all plans but one, with as little as tells when they are. */
export async function listOtherRows(db: RegionDb, planId: string) {
  return db.planRow.findMany({
    where: { planId: { not: planId } },
    select: { id: true, planId: true, channel: true, theme: true, timing: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}
