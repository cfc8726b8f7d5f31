import { cancelEvent } from "~/features/events/cancel-event.server";
import { gatheringsOf } from "~/features/events/copy-event.db.server";
import { seriesOf } from "~/features/events/series.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type CancelSeriesResult = { ok: true; cancelled: number; told: number } | { ok: false; reason: "nothing" };

/** Cancels an event and the gatherings of its series after it that still are to come, each as it is cancelled alone. */
export async function cancelRest(
  db: RegionDb,
  { eventId, now }: { eventId: string; now: Date },
): Promise<CancelSeriesResult> {
  const series = await seriesOf(db, eventId);
  const rest = series ? restOf(await gatheringsOf(db, series.id), eventId, now) : [];
  let [cancelled, told] = [0, 0];
  for (const { id } of rest) {
    const result = await cancelEvent(db, { eventId: id, now });
    if (!result.ok) continue;
    cancelled += 1;
    told += result.told;
  }
  return cancelled > 0 ? { ok: true, cancelled, told } : { ok: false, reason: "nothing" };
}

/** An event and what of its series comes after it and can still be cancelled. */
export function restOf<E extends { id: string; startsAt: Date; endsAt: Date; state: string }>(
  gatherings: E[],
  eventId: string,
  now: Date,
): E[] {
  const at = gatherings.findIndex(({ id }) => id === eventId);
  return at < 0 ? [] : gatherings.slice(at).filter(({ state, endsAt }) => state !== "cancelled" && endsAt > now);
}
