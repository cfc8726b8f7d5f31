import { audit } from "~/features/audit/audit.server";
import { deleteDraft, isKnown } from "~/features/events/drafts.db.server";
import { holdEvent } from "~/features/events/events.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type RemoveDraftResult = { ok: true; title: string } | { ok: false; reason: "not-draft" | "known" };

/** Deletes a draft for good, with its programme and papers. One that somebody has been told of is cancelled instead. */
export async function removeDraft(db: RegionDb, { eventId }: { eventId: string }): Promise<RemoveDraftResult> {
  const event = await holdEvent(db, eventId);
  if (event?.state !== "draft") return { ok: false, reason: "not-draft" };
  if (await isKnown(db, event.id)) return { ok: false, reason: "known" };
  await deleteDraft(db, event.id);
  const { title, startsAt, endsAt } = event;
  await audit(db, {
    action: "removed",
    subject: "event",
    id: event.id,
    before: { title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
  });
  return { ok: true, title };
}
