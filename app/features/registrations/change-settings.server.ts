import { capacityOf, type Way, waysOf } from "~/domain/registrations/places";
import { audit } from "~/features/audit/audit.server";
import { holdEventOf, saveSettings, standingOf } from "~/features/registrations/registrations.db.server";
import type { SettingsForm } from "~/features/registrations/settings-form.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ChangeSettingsResult =
  | { ok: true; registered: number }
  | { ok: false; reason: "gone" | "changed-meanwhile" | "over" }
  /** Fewer places than are taken, or a way that some have chosen is taken away. */
  | { ok: false; reason: "too-few"; field: "capacity" | "capacityOnline"; taken: number }
  | { ok: false; reason: "way-taken"; way: Way; taken: number };

/** Changes how one signs up. Who has a place keeps it; where there are more places, those who wait are offered them. */
export async function changeSettings(
  db: RegionDb,
  { eventId, form, now }: { eventId: string; form: SettingsForm; now: Date },
): Promise<ChangeSettingsResult> {
  const event = await holdEventOf(db, eventId);
  if (!event) return { ok: false, reason: "gone" };
  if (event.version !== form.version) return { ok: false, reason: "changed-meanwhile" };
  if (event.state === "cancelled" || event.endsAt <= now) return { ok: false, reason: "over" };
  const { version, ...written } = form;
  const data = {
    ...written,
    capacityOnline: written.attendanceWay === "both" ? written.capacityOnline : null,
    registerBy: written.registerBy && new Date(written.registerBy),
  };
  const standing = await standingOf(db, eventId);
  for (const way of ["room", "online"] as const) {
    const { taken, inLine } = standing[way];
    if (!waysOf(data).includes(way)) {
      if (taken + inLine > 0) return { ok: false, reason: "way-taken", way, taken: taken + inLine };
      continue;
    }
    const places = capacityOf(data, way);
    const field = data.attendanceWay === "both" && way === "online" ? "capacityOnline" : "capacity";
    if (places !== null && places < taken) return { ok: false, reason: "too-few", field, taken };
  }
  await saveSettings(db, eventId, { ...data, version: version + 1 });
  const fields = Object.keys(data) as (keyof typeof data)[];
  const changed = fields.filter((field) => JSON.stringify(event[field]) !== JSON.stringify(data[field]));
  if (changed.length > 0) await audit(db, { action: "updated", subject: "event", id: eventId, after: { changed } });
  return { ok: true, registered: standing.room.registered + standing.online.registered };
}
