import { isUuid } from "~/domain/shared/ids";
import { findEvent } from "~/features/events/events.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the page of an event's recording shows; null for an id that is none. */
export async function recordingForm(db: RegionDb, eventId: string) {
  const event = isUuid(eventId) ? await findEvent(db, eventId) : null;
  return (
    event && {
      link: event.recordingLink,
      publishedAt: event.recordingAt?.toISOString() ?? null,
      open: event.open,
      version: event.version,
      zone: event.zone,
    }
  );
}
