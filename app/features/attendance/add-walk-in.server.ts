import { judgeAttendance } from "~/domain/attendance/window";
import {
  createWalkIn,
  findAttended,
  holdAttended,
  holdsTicket,
  municipalityChoices,
  tickets,
} from "~/features/attendance/attendance.db.server";
import { type AttendanceRefusal, markAttendance } from "~/features/attendance/mark-attendance.server";
import type { WalkIn } from "~/features/attendance/walk-in-form.schema";
import { audit } from "~/features/audit/audit.server";
import { wakeSoon } from "~/features/events/event-wakes.server";
import { ensureNamed } from "~/features/people/ensure-named.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

export type WalkInResult =
  | { ok: true; ticket: string; known: boolean }
  | { ok: false; reason: AttendanceRefusal | "refused" | "no-municipality" };

/**
 * Adds somebody who came without being on the list, and writes down that she came. Whoever has the address already is
 * on the list: she is ticked there. One whose registration was refused stays refused.
 */
export async function addWalkIn(
  db: RegionDb,
  { eventId, walkIn, locale, day, now }: { eventId: string; walkIn: WalkIn; locale: string; day: Date; now: Date },
): Promise<WalkInResult> {
  const { name, email, municipality, organisation } = walkIn;
  const found = await findAttended(db, eventId);
  if (!found) return { ok: false, reason: "gone" };
  const verdict = judgeAttendance(found, now);
  if (!verdict.ok) return verdict;
  if (municipality && !(await municipalityChoices(db, day)).some(({ id }) => id === municipality))
    return { ok: false, reason: "no-municipality" };
  const { personId } = await ensureNamed(db, { name, email });
  const event = await holdAttended(db, eventId);
  if (!event) return { ok: false, reason: "gone" };
  if (await holdsTicket(db, eventId, personId)) {
    const own = (await tickets(db, { eventId })).find((ticket) => ticket.personId === personId);
    if (!own) return { ok: false, reason: "refused" };
    const marked = await markAttendance(db, { eventId, ticketIds: [own.id], came: true, now });
    return marked.ok ? { ok: true, ticket: own.id, known: true } : marked;
  }
  const id = newId();
  const way = event.attendanceWay === "online" ? "online" : "room";
  const attended = { attendedAt: now, locale, way } as const;
  await createWalkIn(db, { id, eventId, personId, name, organisation, municipalityId: municipality, ...attended });
  await audit(
    db,
    { action: "created", subject: "registration", id },
    { action: "updated", subject: "attendance", id, before: { attended: false }, after: { attended: true } },
  );
  if (event.asksFeedback && event.endsAt <= now) await wakeSoon(db, eventId);
  return { ok: true, ticket: id, known: false };
}
