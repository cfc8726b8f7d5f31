import type { ReportRow } from "~/domain/attendance/read-report";
import { isUuid } from "~/domain/shared/ids";
import { addWalkIn } from "~/features/attendance/add-walk-in.server";
import { type AttendanceRefusal, markAttendance } from "~/features/attendance/mark-attendance.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type SaveReportResult = { ok: true; came: number; added: number } | { ok: false; reason: AttendanceRefusal };

/**
 * Writes down who came by a report: each row that was there long enough as the ticket it was said to be, or added where
 * somebody chose so and it has an address. It ticks, and takes no tick away, so that the same report twice is once.
 */
export async function saveReport(
  db: RegionDb,
  input: {
    eventId: string;
    rows: readonly ReportRow[];
    least: number;
    /** By the row's place: a ticket, "add", or nothing to leave it out. */
    choice: (at: number) => string;
    locale: string;
    day: Date;
    now: Date;
  },
): Promise<SaveReportResult> {
  const { eventId, least, choice, locale, day, now } = input;
  const there = input.rows
    .map((row, at) => ({ ...row, choice: choice(at) }))
    .filter(({ minutes }) => minutes === null || minutes >= least);
  let added = 0;
  for (const { name, email, choice } of there) {
    if (choice !== "add" || email === null) continue;
    const walkIn = { name: name.slice(0, 200), email, municipality: null, organisation: "" };
    const result = await addWalkIn(db, { eventId, walkIn, locale, day, now });
    if (result.ok) added += 1;
    else if (result.reason !== "refused" && result.reason !== "no-municipality")
      return { ok: false, reason: result.reason };
  }
  const ticketIds = [...new Set(there.map(({ choice }) => choice).filter(isUuid))];
  if (ticketIds.length === 0) return { ok: true, came: added, added };
  const marked = await markAttendance(db, { eventId, ticketIds, came: true, now });
  return marked.ok ? { ok: true, came: ticketIds.length + added, added } : marked;
}
