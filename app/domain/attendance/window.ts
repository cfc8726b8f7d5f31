const day = 24 * 3_600_000;

export type AttendanceVerdict = { ok: true } | { ok: false; reason: "draft" | "cancelled" | "too-early" | "too-late" };

/** Who came is written down from the day before an event begins until sixty days after its end. */
export function judgeAttendance(event: { state: string; startsAt: Date; endsAt: Date }, now: Date): AttendanceVerdict {
  if (event.state === "draft" || event.state === "cancelled") return { ok: false, reason: event.state };
  if (now.getTime() < event.startsAt.getTime() - day) return { ok: false, reason: "too-early" };
  if (now.getTime() > event.endsAt.getTime() + 60 * day) return { ok: false, reason: "too-late" };
  return { ok: true };
}
