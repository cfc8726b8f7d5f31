import { comers, countComers } from "~/domain/attendance/coming";
import { judgeAttendance } from "~/domain/attendance/window";
import { isUuid } from "~/domain/shared/ids";
import { instantToLocal } from "~/domain/shared/local-time";
import { findAttended, municipalityChoices, tickets } from "~/features/attendance/attendance.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The list at the door: everybody who may come, and who has. Null for an id that is none. */
export async function attendanceView(db: RegionDb, eventId: string, now: Date) {
  const event = isUuid(eventId) ? await findAttended(db, eventId) : null;
  if (!event) return null;
  const people = comers(await tickets(db, { eventId }));
  const verdict = judgeAttendance(event, now);
  const today = new Date(instantToLocal(now.toISOString(), event.zone).date);
  return {
    id: event.id,
    zone: event.zone,
    startsAt: event.startsAt.toISOString(),
    people,
    count: countComers(people),
    closed: verdict.ok ? null : verdict.reason,
    over: event.endsAt <= now,
    givesCertificate: event.givesCertificate,
    asksFeedback: event.asksFeedback,
    recorded: event.recordingAt !== null,
    municipalities: verdict.ok ? await municipalityChoices(db, today) : [],
  };
}

export type AttendanceView = NonNullable<Awaited<ReturnType<typeof attendanceView>>>;

/** When each has come, by ticket: what the phones at the door keep each other told of. */
export async function cameTo(db: RegionDb, eventId: string): Promise<Record<string, string>> {
  const people = comers(await tickets(db, { eventId }));
  return Object.fromEntries(people.flatMap(({ id, attendedAt }) => (attendedAt ? [[id, attendedAt]] : [])));
}

/** What the page of a QR code shows: whose it is, and how many have come; null where the event has none of the id. */
export async function checkInView(
  db: RegionDb,
  { eventId, ticket, now }: { eventId: string; ticket: string; now: Date },
) {
  const event = isUuid(eventId) && isUuid(ticket) ? await findAttended(db, eventId) : null;
  const all = event ? await tickets(db, { eventId }) : [];
  const own = all.find(({ id }) => id === ticket.toLowerCase());
  const [person] = comers(all.filter(({ personId }) => personId === own?.personId));
  if (!event || !person) return null;
  const verdict = judgeAttendance(event, now);
  return {
    person,
    event: { id: event.id, title: event.title },
    zone: event.zone,
    count: countComers(comers(all)),
    closed: verdict.ok ? null : verdict.reason,
  };
}
