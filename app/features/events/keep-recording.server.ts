import { audit } from "~/features/audit/audit.server";
import { holdEvent, updateEvent } from "~/features/events/events.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type KeepRecordingResult =
  | { ok: true; published: boolean }
  | { ok: false; reason: "gone" | "changed-meanwhile" | "not-begun" | "cancelled" | "no-link" };

/**
 * Keeps the address of an event's recording, and shows it to those who may see the event, or no more. A recording that
 * is published already keeps the moment it was. Without an address nothing is published.
 */
export async function keepRecording(
  db: RegionDb,
  input: { eventId: string; link: string; publish: boolean; version: number; now: Date },
): Promise<KeepRecordingResult> {
  const { eventId, link, publish, version, now } = input;
  const event = await holdEvent(db, eventId);
  if (!event) return { ok: false, reason: "gone" };
  if (event.version !== version) return { ok: false, reason: "changed-meanwhile" };
  if (publish && (event.state === "draft" || event.state === "cancelled")) return { ok: false, reason: "cancelled" };
  if (publish && event.startsAt > now) return { ok: false, reason: "not-begun" };
  if (publish && link === "") return { ok: false, reason: "no-link" };
  const recordingAt = publish ? (event.recordingAt ?? now) : null;
  if (event.recordingLink === link && event.recordingAt?.getTime() === recordingAt?.getTime())
    return { ok: true, published: publish };
  await updateEvent(db, eventId, { recordingLink: link, recordingAt, version: { increment: 1 } });
  await audit(db, {
    action: "updated",
    subject: "event",
    id: eventId,
    before: { recordingLink: event.recordingLink, recordingPublished: event.recordingAt !== null },
    after: { recordingLink: link, recordingPublished: publish },
  });
  return { ok: true, published: publish };
}
