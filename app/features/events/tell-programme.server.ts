import { audit } from "~/features/audit/audit.server";
import { changeWait } from "~/features/events/event-times.server";
import { holdEvent } from "~/features/events/events.db.server";
import { tellChange } from "~/features/events/tell-change.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type TellProgrammeResult = { ok: true; told: number } | { ok: false; reason: "not-published" | "over" };

/**
 * Tells the invited that the programme is another: in ten minutes, in one mail with what else waits (M9). Their calendar
 * entries get a new SEQUENCE as with every change (C4, C11), and their answers stand.
 */
export async function tellProgramme(
  db: RegionDb,
  { eventId, now }: { eventId: string; now: Date },
): Promise<TellProgrammeResult> {
  const event = await holdEvent(db, eventId);
  if (event?.state !== "published") return { ok: false, reason: "not-published" };
  if (event.startsAt <= now) return { ok: false, reason: "over" };
  const region = await ownRegion(db);
  const dueAt = new Date(now.getTime() + changeWait);
  const told = await tellChange(db, { event, regionName: region.name, now, dueAt, programme: true });
  await audit(db, { action: "sent", subject: "event", id: eventId, after: { programme: told } });
  return { ok: true, told };
}
