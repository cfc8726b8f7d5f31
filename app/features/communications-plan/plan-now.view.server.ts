import { channelKind } from "~/domain/communications-plan/channels";
import { dueRows, openWindows } from "~/domain/communications-plan/due";
import { currentPeriod, periodKey } from "~/domain/communications-plan/period";
import { instantToLocal } from "~/domain/shared/local-time";
import { listPlanEvents, listPlanRows, listPlans } from "~/features/communications-plan/plan.db.server";
import { readTiming } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the plan of today says from now until a day (ISO), by the day something must happen; and whether there is a plan at all. */
export async function planNow(db: RegionDb, { today, until }: { today: string; until: string }) {
  const plans = await listPlans(db);
  const hasPlan = plans.length > 0;
  const current = currentPeriod(plans, today);
  const plan = plans.find((one) => one.id === current?.id && one.from <= until && one.to >= today);
  if (!plan) return { hasPlan, plan: null };
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
  const now = {
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
  return { hasPlan, plan: now };
}
