import { isUuid } from "~/domain/shared/ids";
import { findInvitation, lastTold } from "~/features/events/events.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** An invitation about to be taken back, and whether she would be told. Null when there is none that stands. */
export async function withdrawView(db: RegionDb, { eventId, id }: { eventId: string; id: string }) {
  const found = isUuid(id) && isUuid(eventId) ? await findInvitation(db, id) : null;
  if (!found || found.eventId !== eventId || found.withdrawnAt || found.event.state === "cancelled") return null;
  return {
    id,
    name: found.person.name,
    answer: found.answer,
    told: (await lastTold(db, eventId, id)).has(id),
    event: { id: eventId, title: found.event.title },
  };
}
