import { audit } from "~/features/audit/audit.server";
import { holdEvent, updateEvent } from "~/features/events/events.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Has an event ask those who come for dietary and access needs, or ask no more. Nobody is written to. */
export async function askNeeds(db: RegionDb, input: { eventId: string; asks: boolean }): Promise<void> {
  const event = await holdEvent(db, input.eventId);
  if (!event || event.asksNeeds === input.asks) return;
  await updateEvent(db, event.id, { asksNeeds: input.asks });
  await audit(db, {
    action: "updated",
    subject: "event",
    id: event.id,
    before: { asksNeeds: event.asksNeeds },
    after: { asksNeeds: input.asks },
  });
}
