import type { RegionDb } from "~/platform/db/region-db.server";

/** When an event is, with its programme in order; null when there is none. */
export async function findProgramme(db: RegionDb, eventId: string) {
  return db.event.findFirst({
    where: { id: eventId },
    select: {
      startsAt: true,
      endsAt: true,
      zone: true,
      programme: {
        select: { id: true, startsAfter: true, title: true, speaker: true, description: true },
        orderBy: [{ position: "asc" }, { id: "asc" }],
      },
    },
  });
}
