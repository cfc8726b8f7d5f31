import { isUuid } from "~/domain/shared/ids";
import { findFrame } from "~/features/events/event-frame.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type FramedEvent = NonNullable<Awaited<ReturnType<typeof findFrame>>>;

/** What stands over every page of one event; null for an id that is none. */
export async function eventFrame(db: RegionDb, id: string, now: Date) {
  const event = isUuid(id) ? await findFrame(db, id) : null;
  return event && frameOf(id, event, event._count.invitations, now);
}

/** The same of an event that has been read. @param invited how many invitations stand */
export function frameOf(id: string, event: Omit<FramedEvent, "_count">, invited: number, now: Date) {
  const { title, kind, state, zone, place, registration, asksFeedback } = event;
  return {
    id,
    title,
    kind,
    state,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    zone,
    place,
    registration,
    asksFeedback,
    organizer: event.organizerName,
    holder: event.actor,
    /** How many invitations stand. */
    invited,
    begun: event.startsAt <= now,
    over: event.endsAt <= now,
  };
}

export type EventFrame = ReturnType<typeof frameOf>;
