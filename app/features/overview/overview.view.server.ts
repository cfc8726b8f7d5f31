import { addDays, firstOfMonth } from "~/domain/shared/days";
import { instantToLocal } from "~/domain/shared/local-time";
import { waitingView } from "~/features/automation/waiting.view.server";
import { planNow } from "~/features/communications-plan/plan-now.view.server";
import { rowsReader } from "~/features/communications-plan/plan-selection.view.server";
import { plansView } from "~/features/communications-plan/plans.view.server";
import { countOnTheirWay } from "~/features/delivery/deliveries.view.server";
import { eventsView } from "~/features/events/events.view.server";
import { coverage } from "~/features/municipalities/municipalities.view.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { shownClashes } from "~/features/responsibility/clashes.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * What a coordinator's first page shows: what the plan says now, what waits for approval where she `approves`, what is
 * out, who is missing, the weeks to come.
 */
export async function overviewView(
  db: RegionDb,
  { now, zone, approves = false }: { now: Date; zone: string; approves?: boolean },
) {
  const today = instantToLocal(now.toISOString(), zone).date;
  const period = { from: firstOfMonth(today), to: addDays(firstOfMonth(today, 4), -1) };
  const { events } = await eventsView(db, { past: false, after: null, now });
  const cover = await coverage(db, { today: new Date(today), after: null });
  const read = rowsReader(db, today);
  const plans = await plansView(db);
  const clashes = await shownClashes(db, { key: null, today, read, plans });
  const { hasPlan, plan } = await planNow(db, { today, until: period.to, read, plans });
  const out = events.filter((event) => event.state === "published" && event.invited > 0);
  return {
    today,
    period,
    hasPlan,
    clashes,
    plan,
    queued: await countOnTheirWay(db),
    waiting: approves ? await waitingView(db, { now, today }) : null,
    trust: (await ownRegion(db)).trust,
    zone,
    out: out.slice(0, 5),
    weeks: events
      .filter((event) => event.state !== "cancelled" && event.startsAt.slice(0, 10) <= addDays(today, 42))
      .map(({ id, title, startsAt, endsAt, zone, place }) => ({ id, title, startsAt, endsAt, zone, place })),
    coverage: { total: cover.total, covered: cover.covered, tiles: cover.tiles },
    alarms: cover.alarms,
  };
}

export type OverviewView = Awaited<ReturnType<typeof overviewView>>;
