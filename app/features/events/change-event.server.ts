import { compareEvents } from "~/domain/events/change";
import { judgeTimes, type TimesVerdict } from "~/domain/events/times";
import { audit } from "~/features/audit/audit.server";
import { type MeetingRefusal, moveMeeting } from "~/features/bodies/move-meeting.server";
import { auditedDetails, type EventDetails, saveLinks, standingDetails } from "~/features/events/event-details.server";
import type { EventForm } from "~/features/events/event-form.schema";
import { changeWait } from "~/features/events/event-times.server";
import { dueNow, holdEvent, updateEvent } from "~/features/events/events.db.server";
import { factsOf, tellChange } from "~/features/events/tell-change.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ChangeEventResult =
  | { ok: true; told: number }
  | Extract<TimesVerdict, { ok: false }>
  | { ok: false; field: "date"; reason: MeetingRefusal }
  | { ok: false; field: null; reason: "cancelled" | "over" | "changed-meanwhile" };

/**
 * Changes an event. The invited are told in one mail ten minutes after the last change, or now (M9). The record of a
 * governing body's meeting follows it. An event that has begun or is cancelled stands as it is, and so does one that somebody else has changed meanwhile.
 */
export async function changeEvent(
  db: RegionDb,
  input: { eventId: string; form: EventForm; details?: EventDetails; now: Date },
): Promise<ChangeEventResult> {
  const { form, now } = input;
  const event = await holdEvent(db, input.eventId);
  if (!event || event.state === "cancelled") return { ok: false, field: null, reason: "cancelled" };
  if (event.startsAt <= now) return { ok: false, field: null, reason: "over" };
  if (event.version !== form.version) return { ok: false, field: null, reason: "changed-meanwhile" };
  const times = judgeTimes(form, event.zone, now.toISOString());
  if (!times.ok) return times;
  const span = { startsAt: new Date(times.startsAt), endsAt: new Date(times.endsAt) };
  const moved = await moveMeeting(db, { eventId: event.id, ...span, zone: event.zone, place: form.place });
  if (!moved.ok) return { ...moved, field: "date" };
  const { details } = input;
  const standing = details && (await standingDetails(db, event.id));
  const written = {
    ...details?.columns,
    kind: form.kind,
    title: form.title,
    description: form.description,
    ...span,
    place: form.place,
    link: form.link,
    replyBy: form.replyBy ? new Date(form.replyBy) : null,
  };
  const change = compareEvents(factsOf(event), factsOf({ ...event, ...written }));
  const askedVersion = event.askedVersion + (change.asksAgain ? 1 : 0);
  const after = { ...event, ...written, version: event.version + 1, askedVersion, changedAt: now };
  const { version, changedAt } = after;
  await updateEvent(db, event.id, { ...written, version, askedVersion, changedAt });
  if (details) await saveLinks(db, event.id, details);
  await audit(db, {
    action: "updated",
    subject: "event",
    id: event.id,
    before: { ...factsOf(event), ...(standing && auditedDetails(standing)) },
    after: { ...factsOf(after), ...(details && auditedDetails(details)) },
  });
  if (event.state !== "published") return { ok: true, told: 0 };
  const region = await ownRegion(db);
  const dueAt = form.when === "now" ? now : new Date(now.getTime() + changeWait);
  return { ok: true, told: await tellChange(db, { event: after, regionName: region.name, now, dueAt }) };
}

/** Sends changes that wait now instead of after ten minutes. Returns how many went. */
export async function sendChangesNow(db: RegionDb, input: { eventId: string; now: Date }): Promise<number> {
  const sent = await dueNow(db, input.eventId, input.now);
  if (sent > 0) await audit(db, { action: "sent", subject: "event", id: input.eventId, after: { changes: sent } });
  return sent;
}
