import { holdEvent, readHeld, updateEvent, wakeComing } from "~/features/events/events.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** An event as its row is, held until the transaction ends. */
export type HeldEvent = NonNullable<Awaited<ReturnType<typeof holdEvent>>>;

/**
 * Does what is due of an event by now, and says when it has something to do next; null when never, and "changed" when
 * never and it has changed what those after it go by. It may be woken at any time and any number of times, and does
 * each thing once (M6).
 */
export type Waker = (db: RegionDb, event: HeldEvent, now: Date) => Promise<Date | "changed" | null>;

/** How soon an event is looked at again of which something was left undone. Milliseconds. */
const again = 60_000;

/** Wakes one event, if it is still due: each waker does its part, and the event sleeps until the first has more to do. */
export async function wakeEvent(
  db: RegionDb,
  { eventId, wakers, now }: { eventId: string; wakers: readonly Waker[]; now: Date },
): Promise<void> {
  let event = await holdEvent(db, eventId);
  if (!event?.wakeAt || event.wakeAt > now) return;
  let next: Date | null = null;
  for (const waker of wakers) {
    const at: Awaited<ReturnType<Waker>> = event && (await waker(db, event, now));
    if (at === "changed") event = await readHeld(db, eventId);
    else if (at && (!next || at < next)) next = at;
  }
  await updateEvent(db, eventId, { wakeAt: next && next <= now ? new Date(now.getTime() + again) : next });
}

/** Has an event looked at anew, since something has changed that it does things by. */
export async function wakeSoon(db: RegionDb, eventId: string): Promise<void> {
  await updateEvent(db, eventId, {});
}

/**
 * Has the events to come looked at anew, since the region's office hours or holidays are others: what they do by
 * themselves follows those (M8).
 */
export async function followHours(db: RegionDb, now: Date): Promise<void> {
  await wakeComing(db, now);
}

/** Lets an event sleep until then, whatever it has to do. */
export async function letSleep(db: RegionDb, eventId: string, until: Date): Promise<void> {
  await updateEvent(db, eventId, { wakeAt: until });
}
