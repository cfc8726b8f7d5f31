import { wakers } from "~/features/automation/wakers.server";
import { eventsToWake } from "~/features/automation/wakes.db.server";
import { letSleep, wakeEvent } from "~/features/events/event-wakes.server";
import { withRegion } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";
import { log } from "~/platform/log.server";

const atOnce = 50;
/** How long an event sleeps that could not be woken. Milliseconds. */
const later = 5 * 60_000;

/**
 * Wakes the events of all regions that something is due of. One that fails sleeps for a while, so that it does not
 * keep the others waiting. Returns how many were woken.
 */
export async function wakeEvents(now: Date): Promise<number> {
  const due = await eventsToWake(systemDb(), { now, most: atOnce });
  let woken = 0;
  for (const { regionId, id } of due) {
    const access = { regionId, personId: null, via: "worker" } as const;
    try {
      await withRegion(access, (db) => wakeEvent(db, { eventId: id, wakers, now }));
      woken += 1;
    } catch (error) {
      log.error({ error, event: id }, "an event could not be woken");
      await withRegion(access, (db) => letSleep(db, id, new Date(now.getTime() + later)));
    }
  }
  return woken;
}
