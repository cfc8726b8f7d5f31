import { activityOwners } from "~/features/action-plan/stale-activities.view.server";
import { liveNewsletters, printOf, ruleChanges } from "~/features/automation/automation.db.server";
import { whomBook } from "~/features/automation/whom.server";
import { storedTables, storedToDo } from "~/features/communications-plan/rows-to-do.view.server";
import { actorBook } from "~/features/networks/network-actors.view.server";
import { networksToPlan } from "~/features/networks/network-cadence.view.server";
import { holidaysIn } from "~/features/regions/holidays.view.server";
import { roundsToRemind } from "~/features/reports/row-owners.view.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

/** What rules plan from that people write, and that stands as it is for weeks. */
export type Standing = Awaited<ReturnType<typeof read>>;

async function read(db: RegionDb) {
  return {
    rules: await ruleChanges(db),
    stored: await storedToDo(db),
    networks: await networksToPlan(db),
    actors: await actorBook(db),
    book: await whomBook(db),
    newsletters: await liveNewsletters(db),
    holidays: await holidaysIn(db),
    owners: await activityOwners(db),
    rounds: await roundsToRemind(db),
  };
}

/** The tables it is read from: what is not named here is not seen to change. */
export const standingTables = [
  ...storedTables,
  ...(["automation_rule", "network", "network_operator", "actor", "support_group", "actor_name"] as const),
  ...(["audience_words", "audience", "newsletter", "newsletter_editor", "holiday"] as const),
  ...(["action_plan", "activity", "report_round", "report_row"] as const),
] as const;

const known = new Map<string, { print: string; standing: Standing }>();
const regionsAtMost = 50;

/**
 * The region's standing facts. They are read again only when a row of what they are read from is another: every tick
 * asks for them, and there are twenty queries in them. The print is taken before they are read, so what changes in
 * between is seen the next time. They are shared, and not to be changed.
 */
export async function standingFacts(db: RegionDb): Promise<Standing> {
  const { regionId } = accessFor(db);
  const print = await printOf(db, standingTables);
  const found = known.get(regionId);
  if (found?.print === print) return found.standing;
  const standing = await read(db);
  known.delete(regionId);
  const [oldest] = known.size >= regionsAtMost ? known.keys() : [];
  if (oldest !== undefined) known.delete(oldest);
  known.set(regionId, { print, standing });
  return standing;
}
