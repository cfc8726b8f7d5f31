import { channelKind, channelKinds } from "~/domain/communications-plan/channels";
import { parsePeriodKey, periodKey } from "~/domain/communications-plan/period";
import { type RowEvent, rowState } from "~/domain/communications-plan/row-state";
import { type Filters, filterRows, type Grouping, groupRows, namesIn } from "~/domain/communications-plan/rows";
import { instantToLocal } from "~/domain/shared/local-time";
import { listPlanEvents, listPlanRows, listPlans } from "~/features/communications-plan/plan.db.server";
import { readTiming } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

export type PlanTableInput = { key: string; filters: Filters; by: Grouping; today: string };

/** The plan of one period as a table; null when there is no plan of that period. Its key or its id names it. */
export async function planTable(db: RegionDb, { key, filters, by, today }: PlanTableInput) {
  const plans = await listPlans(db);
  const wanted = parsePeriodKey(key);
  const plan = plans.find((own) => (wanted ? own.from === wanted.from && own.to === wanted.to : own.id === key));
  if (!plan) return null;
  const [rows, events] = [await listPlanRows(db, plan.id), await listPlanEvents(db, plan.id)];
  const eventsOf = new Map<string, RowEvent[]>();
  for (const { planRowId, startsAt, endsAt, zone } of events) {
    const [from, to] = [startsAt, endsAt].map((moment) => instantToLocal(moment.toISOString(), zone).date);
    if (from && to) eventsOf.set(planRowId, [...(eventsOf.get(planRowId) ?? []), { from, to }]);
  }
  const read = rows.map(({ timing, ...row }) => {
    const { words, ...reading } = readTiming(timing, plan);
    const own = eventsOf.get(row.id) ?? [];
    const family = channelKind(row.channel);
    return { ...row, family, words, ...reading, events: own.length, state: rowState(reading, own, today) };
  });
  const shown = filterRows(read, filters);
  const families = new Set(read.map(({ family }) => family));
  return {
    key: periodKey(plan),
    period: { from: plan.from, to: plan.to },
    periods: plans.map((own) => ({ key: periodKey(own), from: own.from, to: own.to })),
    today,
    by,
    filters,
    total: read.length,
    shown: shown.length,
    unread: read.filter(({ unparsed }) => unparsed.length > 0).length,
    groups: groupRows(shown, by),
    options: {
      channels: channelKinds.filter((family) => families.has(family)),
      responsible: namesIn(rows.map(({ responsible }) => responsible)),
      audiences: namesIn(rows.map(({ audience }) => audience)),
    },
  };
}

export type PlanTableView = NonNullable<Awaited<ReturnType<typeof planTable>>>;
export type PlanTableRow = PlanTableView["groups"][number]["rows"][number];
