import { type CopyResult, copyEvent, eventToCopy } from "~/features/events/copy-event.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Makes an event once more on a day, alone: what is copied, `copyEvent` says. */
export async function duplicateEvent(
  db: RegionDb,
  input: { eventId: string; title: string; date: string; responsibleId: string; now: Date },
): Promise<CopyResult> {
  const from = await eventToCopy(db, input.eventId);
  if (!from) throw new Error("The event to copy is gone");
  return copyEvent(db, { ...input, from, seriesId: null });
}
