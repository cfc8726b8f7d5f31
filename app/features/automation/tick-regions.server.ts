import { doDue } from "~/features/automation/do-due.server";
import { sleepUntil } from "~/features/automation/due.db.server";
import { syncDue } from "~/features/automation/sync-due.server";
import { regionsToTick } from "~/features/automation/wakes.db.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";
import { log } from "~/platform/log.server";

const atOnce = 20;
/** How long a region sleeps of which something could not be done. Milliseconds. */
const later = 5 * 60_000;
/** How many times a region is looked at again after something was done, since one thing leads to another. */
const rounds = 3;

/** Does what the rules of all regions are to do by now. One that fails sleeps for a while. Returns how many things were done. */
export async function tickRegions(now: Date): Promise<number> {
  let done = 0;
  for (const { id } of await regionsToTick(systemDb(), { now, most: atOnce })) {
    try {
      done += await tickRegion(id, now);
    } catch (error) {
      log.error({ error, region: id }, "the rules of a region could not be worked");
      await inRegion(id, (db) => sleepUntil(db, { now, next: new Date(now.getTime() + later) }));
    }
  }
  return done;
}

const inRegion = <T>(regionId: string, work: (db: RegionDb) => Promise<T>) =>
  withRegion({ regionId, personId: null, via: "worker" }, work);

/**
 * Does what the rules of one region are to do by now, each thing in a transaction of its own, so that one that fails
 * keeps no other waiting, and none is done twice whatever restarts (M6). Nothing outside office hours (M8): the region
 * is looked at again when it opens. `most`: so many things at once; what is left is done when it is called again. Returns
 * how many things were done.
 */
export async function tickRegion(regionId: string, now: Date, most = Number.POSITIVE_INFINITY): Promise<number> {
  let done = 0;
  const tried = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const ticked = await inRegion(regionId, (db) => syncDue(db, now, tried));
    if (ticked === null) break;
    const { facts, due, next } = ticked;
    const left = due.filter(({ key }) => !tried.has(key));
    for (const { id, key } of left) {
      if (done >= most) return done;
      tried.add(key);
      try {
        if (await inRegion(regionId, (db) => doDue(db, { id, facts, now }))) done += 1;
      } catch (error) {
        log.error({ error, due: id }, "a rule could not be followed");
      }
    }
    if (left.length > 0) continue;
    if (due.length > 0) await inRegion(regionId, (db) => sleepUntil(db, { now, next }));
    break;
  }
  return done;
}
