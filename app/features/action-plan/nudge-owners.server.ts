import { markNudged } from "~/features/action-plan/action-plan.db.server";
import { staleActivities } from "~/features/action-plan/stale-activities.view.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How many activities one mail names. */
const most = 30;

/** Somebody who can be written to, in her language. */
export type Owner = { personId: string; name: string; email: string; locale: "nb" | "nn" | "en" };

/**
 * Tells the owners of activities that have waited for a word, each in one mail of all of hers, and of each reason once.
 * `owners`: those who may still be written to. Returns how many were told.
 */
export async function nudgeOwners(
  db: RegionDb,
  { rule, owners, today, now }: { rule: string; owners: readonly Owner[]; today: string; now: Date },
): Promise<number> {
  const region = await ownRegion(db);
  const waiting = (await staleActivities(db, today)).filter(({ untold }) => untold);
  const told = owners.flatMap((owner) => {
    const own = waiting.filter(({ ownerId }) => ownerId === owner.personId);
    return own.length > 0 ? [{ owner, own }] : [];
  });
  if (told.length === 0) return 0;
  const path = (personId: string) => {
    const year = Number(today.slice(0, 4));
    return `${paths.actionPlan(region.slug, year)}?owner=${personId}&stale=yes`;
  };
  await queueMessages(
    db,
    told.map(({ owner, own }) => ({
      key: `activities:${today}:${owner.personId}`,
      message: {
        kind: "stale-activities" as const,
        ...{ regionName: region.name, path: path(owner.personId), count: own.length },
        activities: own.slice(0, most).map(({ name, measure, stale }) => ({ name, measure, ...stale })),
      },
      to: { personId: owner.personId, name: owner.name, address: owner.email },
      locale: owner.locale,
      dueAt: now,
      rule,
    })),
  );
  await markNudged(
    db,
    told.flatMap(({ own }) => own.map(({ id }) => id)),
    now,
  );
  return told.length;
}
