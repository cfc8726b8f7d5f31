import { atOnce, type HeldAt } from "~/domain/bodies/at-once";
import { addDays } from "~/domain/shared/days";
import { instantToLocal } from "~/domain/shared/local-time";
import { heldBetween, holdBody, minutesOfEvent, saveMeetingTime } from "~/features/bodies/meetings.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type MeetingRefusal = "body-meets" | "other-year";

/**
 * Whether a body is free at a time: it cannot meet twice at once. The body is held until the transaction ends, so that
 * two who give it a meeting go one after the other.
 */
export async function isBodyFree(
  db: RegionDb,
  { bodyId, but = null, ...asked }: HeldAt & { bodyId: string; but?: string | null },
): Promise<boolean> {
  await holdBody(db, bodyId);
  const [from, to] = [new Date(addDays(asked.day, -1)), new Date(addDays(asked.day, 1))];
  const held = await heldBetween(db, bodyId, from, to);
  return !held.some((other) => other.id !== but && atOnce(other, asked));
}

/**
 * Keeps the record of a body's meeting at the time of the event people are invited to. Refused when the body meets
 * at that time already, and when its cases have numbers of another year. Nothing, when the event is no such meeting.
 */
export async function moveMeeting(
  db: RegionDb,
  {
    eventId,
    startsAt,
    endsAt,
    zone,
    place,
  }: { eventId: string; startsAt: Date; endsAt: Date; zone: string; place: string },
): Promise<{ ok: true } | { ok: false; reason: MeetingRefusal }> {
  const meeting = await minutesOfEvent(db, eventId);
  if (!meeting) return { ok: true };
  const { date } = instantToLocal(startsAt.toISOString(), zone);
  if (meeting.years.some((year) => year !== Number(date.slice(0, 4)))) return { ok: false, reason: "other-year" };
  if (!(await isBodyFree(db, { bodyId: meeting.bodyId, day: date, startsAt, endsAt, but: meeting.id })))
    return { ok: false, reason: "body-meets" };
  await saveMeetingTime(db, meeting.id, { day: new Date(date), startsAt, endsAt, place });
  return { ok: true };
}
