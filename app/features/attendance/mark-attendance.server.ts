import { type AttendanceVerdict, judgeAttendance } from "~/domain/attendance/window";
import { isUuid } from "~/domain/shared/ids";
import { holdAttended, saveAttended, tickets } from "~/features/attendance/attendance.db.server";
import { audit } from "~/features/audit/audit.server";
import { wakeSoon } from "~/features/events/event-wakes.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type AttendanceRefusal = Exclude<AttendanceVerdict, { ok: true }>["reason"] | "gone";
export type MarkResult = { ok: true; changed: number } | { ok: false; reason: AttendanceRefusal };

/**
 * Writes down that those who hold these tickets came, or that they did not after all. The same twice is the same once,
 * and of two who say different things of one person the last counts.
 */
export async function markAttendance(
  db: RegionDb,
  { eventId, ticketIds, came, now }: { eventId: string; ticketIds: readonly string[]; came: boolean; now: Date },
): Promise<MarkResult> {
  const event = await holdAttended(db, eventId);
  if (!event) return { ok: false, reason: "gone" };
  const verdict = judgeAttendance(event, now);
  if (!verdict.ok) return verdict;
  const asked = new Set(ticketIds.filter(isUuid).map((id) => id.toLowerCase()));
  const held = (await tickets(db, { eventId })).filter(({ id }) => asked.has(id));
  if (held.length === 0 || held.length < asked.size) return { ok: false, reason: "gone" };
  const personIds = [...new Set(held.map(({ personId }) => personId))];
  const changed = await saveAttended(db, { eventId, personIds, at: came ? now : null });
  const entries = changed.map((id) => ({
    action: "updated" as const,
    subject: "attendance" as const,
    id,
    before: { attended: !came },
    after: { attended: came },
  }));
  if (entries.length > 0) await audit(db, ...entries);
  if (changed.length > 0 && event.asksFeedback && event.endsAt <= now) await wakeSoon(db, eventId);
  return { ok: true, changed: changed.length };
}
