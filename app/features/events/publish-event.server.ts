import { audit } from "~/features/audit/audit.server";
import { holdEvent, updateEvent } from "~/features/events/events.db.server";
import { organizerOf } from "~/features/regions/organizer.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type PublishResult = { ok: true } | { ok: false; reason: "not-draft" | "not-open" | "over" };

/**
 * Publishes an open event without inviting anybody: the region's public page shows it from now on, and its organiser
 * is settled (C5). One that is not open has nowhere to be shown.
 */
export async function publishEvent(
  db: RegionDb,
  { eventId, now }: { eventId: string; now: Date },
): Promise<PublishResult> {
  const event = await holdEvent(db, eventId);
  if (event?.state !== "draft") return { ok: false, reason: "not-draft" };
  if (!event.open) return { ok: false, reason: "not-open" };
  if (event.endsAt <= now) return { ok: false, reason: "over" };
  const region = await ownRegion(db);
  const organizer = event.organizerAddress ? {} : organizerOf(region);
  await updateEvent(db, event.id, { ...organizer, state: "published", version: event.version + 1, changedAt: now });
  await audit(db, {
    action: "updated",
    subject: "event",
    id: event.id,
    before: { state: "draft" },
    after: { state: "published" },
  });
  return { ok: true };
}
