import { groupRows, type RowGroup, wordKey } from "~/domain/communications-plan/rows";
import type { Timing, Window } from "~/domain/timing";
import { periodTitle } from "~/features/communications-plan/period-title";
import { listOtherRows } from "~/features/communications-plan/plan-calendar.db.server";
import {
  planSelection,
  type SelectedRow,
  type SelectionInput,
  type ShownPlan,
} from "~/features/communications-plan/plan-selection.view.server";
import { rowName } from "~/features/communications-plan/row-name";
import type { TimelineGrouping } from "~/features/communications-plan/timeline-groupings";
import { readTiming } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What a row of one of the plans says of when; `own` is that of the plan the page is about. */
export type TimelinePart = {
  own: boolean;
  period: string;
  title: string;
  row: string;
  words: string;
  meaning: string | null;
  kind: Timing["kind"];
  windows: Pick<Window, "from" | "to">[];
  /** The days of its plan. */
  span: { from: string; to: string };
};

/** A row of the selection, with the rows of the other plans that have the same words of channel and theme. */
export type TimelineLine = { id: string; number: number; name: string; parts: TimelinePart[] };

/** The most years the axis has to either side of the plan. */
const mostYears = 5;

/** All plans of the region on one axis of years, with the rows of one plan's selection. Null for no such plan. */
export async function planTimeline(
  db: RegionDb,
  { by, take, ...input }: SelectionInput & { by: TimelineGrouping; take: number },
) {
  const selection = await planSelection(db, input);
  if (!selection) return null;
  const { plan, plans, total, unread, filters, channels, options, rows, today } = selection;
  const others = await otherRows(db, plan, plans);
  const shown = rows.slice(0, take);
  const used = new Map<string, number>();
  const lineOf = (row: SelectedRow): TimelineLine => {
    const key = keyOf(row);
    const nth = used.get(key) ?? 0;
    used.set(key, nth + 1);
    const own = partOf(row, plan, row.words, true);
    const also = [...(others.get(key)?.values() ?? [])].flatMap((same) => same[nth] ?? []);
    const parts = [own, ...also].sort((a, b) => (a.span.from < b.span.from ? -1 : 1));
    return { id: row.id, number: row.number, name: rowName(row), parts };
  };
  const lines = new Map(shown.map((row) => [row.id, lineOf(row)]));
  const order = channels.map(({ key }) => key);
  const groups = groupRows(shown, by, order);
  const counts = new Map(groupRows(rows, by, order).map((group) => [group.id, group.rows.length]));
  return {
    ...{ plan, plans, total, unread, filters, channels, options, today, by, shown: rows.length },
    years: yearsOf(plan, plans),
    groups: groups.map((group) => ({
      ...headOf(group),
      count: counts.get(group.id) ?? 0,
      lines: group.rows.flatMap(({ id }) => lines.get(id) ?? []),
    })),
    drawn: shown.length,
  };
}

export type TimelineView = NonNullable<Awaited<ReturnType<typeof planTimeline>>>;

function headOf(group: RowGroup<SelectedRow>): { id: string; channel: string | null; name: string | null } {
  return {
    id: group.id,
    channel: group.by === "channel" ? group.key : null,
    name: group.by === "responsible" ? group.name : null,
  };
}

const keyOf = ({ channel, theme }: { channel: string; theme: string }) => `${wordKey(channel)}\n${wordKey(theme)}`;

function partOf(row: { id: string }, plan: ShownPlan, words: string, own: boolean): TimelinePart {
  const span = { from: plan.from, to: plan.to };
  const { meaning, kind, windows } = readTiming(words, span);
  return {
    ...{ own, period: plan.key, title: periodTitle(plan), row: row.id, words, meaning, kind, span },
    windows: windows.map(({ from, to }) => ({ from, to })),
  };
}

/** The rows of the other plans by their words, and of each plan in its own order. */
async function otherRows(
  db: RegionDb,
  plan: ShownPlan,
  plans: readonly ShownPlan[],
): Promise<Map<string, Map<string, TimelinePart[]>>> {
  const found = new Map<string, Map<string, TimelinePart[]>>();
  if (plans.length < 2) return found;
  for (const row of await listOtherRows(db, plan.id)) {
    const other = plans.find(({ id }) => id === row.planId);
    if (!other) continue;
    const byPlan = found.get(keyOf(row)) ?? new Map<string, TimelinePart[]>();
    byPlan.set(other.id, [...(byPlan.get(other.id) ?? []), partOf(row, other, row.timing, false)]);
    found.set(keyOf(row), byPlan);
  }
  return found;
}

/** The whole years of the region's plans, no more than a few to either side of the plan's own; ISO days. */
function yearsOf(plan: ShownPlan, plans: readonly ShownPlan[]): { from: string; to: string } {
  const year = (day: string) => Number(day.slice(0, 4));
  const first = Math.max(Math.min(...plans.map(({ from }) => year(from))), year(plan.from) - mostYears);
  const last = Math.min(Math.max(...plans.map(({ to }) => year(to))), year(plan.to) + mostYears);
  return { from: `${first}-01-01`, to: `${last}-12-31` };
}
