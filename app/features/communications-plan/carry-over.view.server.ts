import { carriedTiming, cellsKey, periodAfter, planAfter } from "~/domain/communications-plan/carry-over";
import { channelOf } from "~/domain/communications-plan/channels";
import { type Period, periodKey } from "~/domain/communications-plan/period";
import { mayEdit, type PeriodFault, periodFault } from "~/domain/communications-plan/plan";
import { isDay } from "~/domain/shared/days";
import { shownChannel } from "~/features/communications-plan/channel-words";
import { listChannels } from "~/features/communications-plan/channels.db.server";
import { listPlanRows, listPlans } from "~/features/communications-plan/plan.db.server";
import { findPlan } from "~/features/communications-plan/plans.db.server";
import { readTiming } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What an address asks for: "to" is a plan's id or "new", which has "from" and "until". */
export type Wanted = { to: string | null; from: string | null; until: string | null };

/**
 * The rows of a plan as they would be in another: their words of time there, and what a person must look at. Without
 * anything asked for, the other is the open plan right after, else a new one after the last. Null for no such plan.
 */
export async function carryOverView(db: RegionDb, { key, wanted }: { key: string; wanted: Wanted }) {
  const source = await findPlan(db, key);
  if (!source) return null;
  const plans = (await listPlans(db)).map((plan) => ({ ...plan, key: periodKey(plan) }));
  const open = plans.filter((plan) => plan.id !== source.id && mayEdit(plan));
  const { period, planId, fault, proposed } = targetOf(source, plans, wanted);
  const target = planId === null ? null : await findPlan(db, planId);
  const there = new Set(target ? (await listPlanRows(db, target.id)).map(cellsKey) : []);
  const channels = await listChannels(db);
  const rows = (await listPlanRows(db, source.id)).map((row) => {
    const { text, ...carried } = carriedTiming(row.timing, source, period);
    const { id, channel, theme, responsible, timing } = row;
    return {
      ...{ id, channel, theme, responsible, words: timing, ...carried },
      reading: readTiming(text, period),
      there: there.has(cellsKey({ ...row, timing: text })),
      hasNotes: row.notes !== "",
      shown: channelOf(row, channels),
    };
  });
  const byChannel = Map.groupBy(rows, ({ shown }) => shown.key);
  const listed = channels.map(({ key }) => key);
  const keys = [
    ...listed.filter((key) => byChannel.has(key)),
    ...[...byChannel.keys()].filter((key) => !listed.includes(key)),
  ];
  const hasText = source.introduction !== "" || source.sections.length > 0;
  return {
    source: { from: source.from, to: source.to, key: periodKey(source) },
    open: open.map(({ id, from, to, key }) => ({ id, from, to, key })),
    ...{ period, planId, fault, proposed },
    groups: keys.flatMap((key) => {
      const [first, ...more] = byChannel.get(key) ?? [];
      if (!first) return [];
      return [{ ...shownChannel(first.shown), rows: [first, ...more].map(({ shown: _, ...row }) => row) }];
    }),
    /** What can come along besides. */
    notes: rows.some(({ hasNotes }) => hasNotes),
    text: hasText && (!target || (target.introduction === "" && target.sections.length === 0)),
  };
}

export type CarryOverView = NonNullable<Awaited<ReturnType<typeof carryOverView>>>;

type Known = Period & { id: string; state: "draft" | "adopted" | "closed" };

/** The plan or the period that is asked for; a period that cannot be has a fault. */
function targetOf(
  source: Known,
  plans: readonly Known[],
  { to, from, until }: Wanted,
): { period: Period; planId: string | null; fault: PeriodFault | null; proposed: Period } {
  const proposed = periodAfter(source, plans);
  const chosen =
    to === null
      ? planAfter(source, plans)
      : plans.find((plan) => plan.id === to && plan.id !== source.id && mayEdit(plan));
  if (chosen) return { period: { from: chosen.from, to: chosen.to }, planId: chosen.id, fault: null, proposed };
  const period = from && until && isDay(from) && isDay(until) ? { from, to: until } : proposed;
  return { period, planId: null, fault: periodFault(period, plans), proposed: period };
}
