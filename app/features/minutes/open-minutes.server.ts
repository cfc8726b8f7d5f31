import { isoDay } from "~/domain/shared/days";
import { audit } from "~/features/audit/audit.server";
import { findMinutes, holdMinutes, updateMinutes } from "~/features/minutes/minutes.db.server";
import { seatMembers } from "~/features/minutes/save-presence.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Opened = { ok: true } | { ok: false; reason: "not-found" | "no-agenda" | "over" };

/** Begins a meeting whose agenda is set: its members are listed, and what happens is written down from now on. */
export async function openMinutes(db: RegionDb, { minutesId, now }: { minutesId: string; now: Date }): Promise<Opened> {
  const held = await holdMinutes(db, minutesId, "alone");
  const minutes = await findMinutes(db, minutesId);
  if (!held || !minutes) return { ok: false, reason: "not-found" };
  if (held.state === "live") return { ok: true };
  if (held.state === "planned") return { ok: false, reason: "no-agenda" };
  if (held.state !== "agenda") return { ok: false, reason: "over" };
  await seatMembers(db, { minutesId, bodyId: held.bodyId, day: isoDay(minutes.day), eventId: minutes.eventId });
  await updateMinutes(db, minutesId, { state: "live", startedAt: now });
  await audit(db, {
    action: "updated",
    subject: "minutes",
    id: minutesId,
    before: { state: held.state },
    after: { state: "live" },
  });
  return { ok: true };
}
