import { languageOf } from "~/domain/regions/written-standard";
import { listOwners, markNudged } from "~/features/action-plan/activities.db.server";
import { staleActivities } from "~/features/action-plan/stale-activities.view.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { isLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How many activities one mail names. */
const most = 30;

/**
 * Asks the owners of activities that nobody has spoken of, each in one mail about all of hers, and about each reason once.
 * Those without a role in the region any more, or who get no mail, are not asked. Returns how many were.
 */
export async function nudgeOwners(
  db: RegionDb,
  { rule, today, now }: { rule: string; today: string; now: Date },
): Promise<number> {
  const region = await ownRegion(db);
  const waiting = (await staleActivities(db, today)).filter(({ untold }) => untold);
  const people = (await listOwners(db, today)).filter(({ heldSince }) => heldSince === null);
  const told = people.flatMap((owner) => {
    const own = waiting.filter(({ ownerId }) => ownerId === owner.id);
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
      key: `activities:${today}:${owner.id}`,
      message: {
        kind: "stale-activities" as const,
        ...{ regionName: region.name, path: path(owner.id), count: own.length },
        activities: own.slice(0, most).map(({ name, measure, stale }) => ({ name, measure, ...stale })),
      },
      to: { personId: owner.id, name: owner.name, address: owner.email },
      locale: owner.locale !== null && isLocale(owner.locale) ? owner.locale : languageOf[region.defaultStandard],
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
