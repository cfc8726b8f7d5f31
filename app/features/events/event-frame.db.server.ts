import type { RegionDb } from "~/platform/db/region-db.server";

/** What stands over every page of one event. */
export async function findFrame(db: RegionDb, id: string) {
  return db.event.findFirst({
    where: { id },
    select: {
      title: true,
      kind: true,
      state: true,
      startsAt: true,
      endsAt: true,
      zone: true,
      place: true,
      registration: true,
      asksFeedback: true,
      seriesId: true,
      organizerName: true,
      actor: { select: { id: true, name: true } },
      _count: { select: { invitations: { where: { withdrawnAt: null } } } },
    },
  });
}
