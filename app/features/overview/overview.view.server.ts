import { channelKind } from "~/domain/communications-plan/channels";
import { currentPeriod, periodKey } from "~/domain/communications-plan/period";
import { dueRows, openWindows } from "~/domain/overview/due";
import { addDays, firstOfMonth } from "~/domain/shared/days";
import { instantToLocal } from "~/domain/shared/local-time";
import { listPlanEvents, listPlanRows, listPlans } from "~/features/communications-plan/plan.db.server";
import { countDeliveries } from "~/features/delivery/delivery.db.server";
import { eventsView } from "~/features/events/events.view.server";
import { coverage } from "~/features/municipalities/municipalities.view.server";
import { readTiming } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What a coordinator's first page shows: what the plan says now, what is out, who is missing, the weeks to come. */
export async function overviewView(db: RegionDb, { now, zone }: { now: Date; zone: string }) {
  const today = instantToLocal(now.toISOString(), zone).date;
  const period = { from: firstOfMonth(today), to: addDays(firstOfMonth(today, 4), -1) };
  const plans = await listPlans(db);
  const { events } = await eventsView(db, { past: false, after: null, now });
  const counts = await countDeliveries(db);
  const cover = await coverage(db, { today: new Date(today), after: null });
  const plan = await planNow(db, plans, { today, until: period.to });
  const out = events.filter((event) => event.state === "published" && event.invited > 0);
  return {
    today,
    period,
    hasPlan: plans.length > 0,
    plan,
    queued: (counts.queued ?? 0) + (counts.sending ?? 0),
    out: out.slice(0, 5),
    weeks: events
      .filter((event) => event.state !== "cancelled" && event.startsAt.slice(0, 10) <= addDays(today, 42))
      .map(({ id, title, startsAt, endsAt, zone, place }) => ({ id, title, startsAt, endsAt, zone, place })),
    coverage: { total: cover.total, covered: cover.covered, tiles: cover.tiles, vacant: cover.vacant },
  };
}

export type OverviewView = Awaited<ReturnType<typeof overviewView>>;

async function planNow(
  db: RegionDb,
  plans: Awaited<ReturnType<typeof listPlans>>,
  { today, until }: { today: string; until: string },
) {
  const current = currentPeriod(plans, today);
  const plan = plans.find((one) => one.id === current?.id && one.from <= until && one.to >= today);
  if (!plan) return null;
  const [rows, events] = [await listPlanRows(db, plan.id), await listPlanEvents(db, plan.id)];
  const read = rows.map((row) => {
    const reading = readTiming(row.timing, plan);
    const own = events
      .filter((event) => event.planRowId === row.id)
      .map(({ startsAt, endsAt, zone }) => ({
        from: instantToLocal(startsAt.toISOString(), zone).date,
        to: instantToLocal(endsAt.toISOString(), zone).date,
      }));
    return {
      ...row,
      family: channelKind(row.channel),
      windows: reading.windows,
      meaning: reading.meaning,
      events: own,
    };
  });
  const due = dueRows(read, { today, until });
  return {
    key: periodKey(plan),
    open: openWindows(read, today),
    due: due.slice(0, 8).map(({ row, windows, day, kind, dated }) => ({
      id: row.id,
      channel: row.channel,
      family: row.family,
      timing: row.timing,
      meaning: row.meaning ?? row.timing,
      responsible: row.responsible,
      windows: windows.map(({ from, to }) => ({ from, to })),
      day,
      kind,
      dated,
    })),
  };
}
