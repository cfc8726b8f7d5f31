import { audit } from "~/features/audit/audit.server";
import { holdEvent, lastTold, removeQueued, updateEvent } from "~/features/events/events.db.server";
import {
  hasAnybody,
  holdPlanned,
  letLeave,
  removeInvitations,
  untoldOf,
  withdrawInvitations,
} from "~/features/events/planned.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Sends the invitations that are planned for later now. Returns how many went. */
export async function sendPlannedNow(db: RegionDb, input: { eventId: string; now: Date }): Promise<number> {
  const { now } = input;
  const event = await holdEvent(db, input.eventId);
  if (event?.state !== "published" || event.startsAt <= now) return 0;
  const planned = await holdPlanned(db, event.id, now);
  if (planned.length === 0) return 0;
  await letLeave(
    db,
    planned.map(({ id }) => id),
    now,
  );
  await audit(db, { action: "sent", subject: "event", id: event.id, after: { invitations: planned.length } });
  return planned.length;
}

/**
 * Takes back the invitations that are planned for later: nobody has been told of them, so nobody hears anything. An
 * event that nobody is left invited to, or has signed up for, is a draft again. Returns how many were taken back.
 */
export async function takeBackPlanned(db: RegionDb, input: { eventId: string; now: Date }): Promise<number> {
  const { now } = input;
  const event = await holdEvent(db, input.eventId);
  if (event?.state !== "published") return 0;
  const planned = await holdPlanned(db, event.id, now);
  if (planned.length === 0) return 0;
  const told = await lastTold(db, event.id);
  const taken = planned.filter(({ invitationId }) => !told.has(invitationId));
  await removeQueued(
    db,
    taken.map(({ id }) => id),
  );
  const ids = taken.map(({ invitationId }) => invitationId);
  const untold = await untoldOf(db, ids);
  await removeInvitations(
    db,
    untold.map(({ id }) => id),
  );
  // One that was taken back before has a history, which stays.
  await withdrawInvitations(db, ids, now);
  const empty = !event.open && event.registration === "none" && !(await hasAnybody(db, event.id));
  await updateEvent(db, event.id, empty ? { state: "draft" } : {});
  await audit(db, {
    action: "cancelled",
    subject: "event",
    id: event.id,
    before: { planned: taken.length, people: untold.map(({ personId }) => personId) },
    after: { planned: 0 },
  });
  return taken.length;
}
