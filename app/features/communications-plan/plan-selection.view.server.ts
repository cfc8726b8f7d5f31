import { type Channel, channelOf } from "~/domain/communications-plan/channels";
import { type Occurrence, occurrencesOf } from "~/domain/communications-plan/occurrences";
import { parsePeriodKey, periodKey } from "~/domain/communications-plan/period";
import { type RowState, rowState, rowStates } from "~/domain/communications-plan/row-state";
import { type Filters, filterRows, named, namesIn } from "~/domain/communications-plan/rows";
import { readPriorityAreas } from "~/domain/regions/priority-areas";
import { instantToLocal } from "~/domain/shared/local-time";
import { type ShownChannel, shownChannel } from "~/features/communications-plan/channel-words";
import { listChannels } from "~/features/communications-plan/channels.db.server";
import {
  listPlanEvents,
  listPlanPublications,
  listPlanRows,
  listPlans,
  listPriorityAreas,
  listSaid,
  type StoredPlan,
} from "~/features/communications-plan/plan.db.server";
import { readTiming, type TimingReading } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Something that became of a row: `from` and `to` are local ISO days. */
export type Became = { kind: "event" | "publication"; id: string; title: string; from: string; to: string };

/** A row of a plan as every view of it sees it. */
export type SelectedRow = TimingReading & {
  id: string;
  version: number;
  /** Its number in the plan, from 1. */
  number: number;
  /** The words of its channel; `channelKey` is the region's channel they belong to. */
  channel: string;
  channelKey: string;
  theme: string;
  goal: string;
  responsible: string;
  /** Those named as responsible, one by one. */
  names: string[];
  audience: string;
  audienceId: string | null;
  notes: string;
  /** The priority areas it is about: those chosen, else those its words name. */
  areaIds: string[];
  occurrences: Occurrence[];
  became: Became[];
  state: RowState;
};

export type SelectionInput = { key: string; filters: Filters; today: string };

/** A plan as its pages' heads show it. */
export type ShownPlan = Omit<StoredPlan, "version"> & { key: string };

export type PlanSelection = {
  plan: ShownPlan;
  /** All the region's plans, the oldest first. */
  plans: ShownPlan[];
  today: string;
  filters: Filters;
  /** The rows that fit the filters, in the plan's order; `total` is how many there are without. */
  rows: SelectedRow[];
  total: number;
  /** How many of all the rows have words of time that were not understood. */
  unread: number;
  /** The region's channels that rows of the plan have, in the list's order. */
  channels: ShownChannel[];
  options: {
    responsible: { key: string; name: string }[];
    audiences: { key: string; name: string }[];
    areas: { id: string; number: number; name: string }[];
    states: RowState["state"][];
  };
};

/**
 * The rows of one plan that fit what the reader asks for: the selection that table, wheel, calendar, timeline and the
 * rest all show. Null when there is no plan of that period; its key or its id names it.
 */
export async function planSelection(
  db: RegionDb,
  { key, filters, today }: SelectionInput,
): Promise<PlanSelection | null> {
  const plans = (await listPlans(db)).map(({ version: _, ...plan }) => ({ ...plan, key: periodKey(plan) }));
  const wanted = parsePeriodKey(key);
  const plan = plans.find((own) => (wanted ? own.from === wanted.from && own.to === wanted.to : own.id === key));
  if (!plan) return null;
  const { rows, channels, areas } = await readRows(db, plan, today);
  const used = new Set(rows.map(({ channelKey }) => channelKey));
  const states = new Set(rows.map(({ state }) => state.state));
  const about = new Set(rows.flatMap(({ areaIds }) => areaIds));
  return {
    plan,
    plans,
    today,
    filters,
    rows: filterRows(rows, filters),
    total: rows.length,
    unread: rows.filter(({ unparsed }) => unparsed.length > 0).length,
    channels: channels.filter((channel) => used.has(channel.key)).map(shownChannel),
    options: {
      responsible: namesIn(rows.map(({ responsible }) => responsible)),
      audiences: namesIn(rows.map(({ audience }) => audience)),
      areas: areas.filter(({ id }) => about.has(id)),
      states: rowStates.filter((state) => states.has(state)),
    },
  };
}

/** All the rows of a plan in its order, with the region's channels and priority areas. Seven queries, however long. */
export async function readRows(
  db: RegionDb,
  plan: { id: string; from: string; to: string },
  today: string,
): Promise<{ rows: SelectedRow[]; channels: Channel[]; areas: { id: string; number: number; name: string }[] }> {
  const stored = await listPlanRows(db, plan.id);
  const [channels, areas] = [await listChannels(db), await listPriorityAreas(db)];
  const said = await listSaid(db, [plan.id]);
  const became = [...(await listPlanEvents(db, plan.id)).map(eventOf), ...(await publicationsOf(db, [plan.id]))];
  return { rows: rowsOf({ plan, stored, said, channels, areas }, became, today), channels, areas };
}

export type RowsReader = (plan: { id: string; from: string; to: string }) => ReturnType<typeof readRows>;

/** Reads the rows of each plan once, for a page whose parts ask for the same. */
export function rowsReader(db: RegionDb, today: string): RowsReader {
  const known = new Map<string, ReturnType<typeof readRows>>();
  return (plan) => {
    const read = known.get(plan.id) ?? readRows(db, plan, today);
    known.set(plan.id, read);
    return read;
  };
}

/** What rows of a plan are read from, as it is stored. */
export type StoredRows = {
  plan: { id: string; from: string; to: string };
  stored: Awaited<ReturnType<typeof listPlanRows>>;
  said: Awaited<ReturnType<typeof listSaid>>;
  channels: Channel[];
  areas: { id: string; number: number; name: string }[];
};

export type BecameOf = Became & { planRowId: string };

/** The rows of a plan as they stand on a day, by what became of them. */
export function rowsOf(
  { plan, stored, said: all, channels, areas }: StoredRows,
  becameOfAll: readonly BecameOf[],
  today: string,
): SelectedRow[] {
  const saidOf = Map.groupBy(all, ({ planRowId }) => planRowId);
  const became = Map.groupBy(becameOfAll, ({ planRowId }) => planRowId);
  const period = { from: plan.from, to: plan.to };
  return stored.map(({ planId: _, channelId, timing, priorityAreas, ...row }, at): SelectedRow => {
    const reading = readTiming(timing, period);
    const said = saidOf.get(row.id) ?? [];
    const events = (became.get(row.id) ?? []).map(({ planRowId: _, ...one }) => one);
    const chosen = priorityAreas.map(({ priorityAreaId }) => priorityAreaId);
    return {
      ...row,
      ...reading,
      number: at + 1,
      channelKey: channelOf({ channel: row.channel, channelId }, channels).key,
      names: named(row.responsible),
      areaIds: chosen.length > 0 ? chosen : readPriorityAreas([row.channel, row.theme, row.goal].join("\n"), areas),
      became: events.sort((a, b) => (a.from < b.from ? -1 : 1)),
      occurrences: occurrencesOf(reading, period, { events, said, today }),
      state: rowState(reading, events, today, said),
    };
  });
}

/** An event that was made from a row, by its local days. */
export function eventOf(event: {
  id: string;
  title: string;
  planRowId: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
}): BecameOf {
  const { id, title, planRowId, startsAt, endsAt, zone } = event;
  return {
    ...{ planRowId, id, title, kind: "event" as const },
    from: instantToLocal(startsAt.toISOString(), zone).date,
    to: instantToLocal(endsAt.toISOString(), zone).date,
  };
}

/** What was said elsewhere from the rows of some plans. */
export async function publicationsOf(db: RegionDb, planIds: string[]): Promise<BecameOf[]> {
  const publications = await listPlanPublications(db, planIds);
  return publications.map(({ id, title, planRowId, day }) => ({
    ...{ planRowId, id, title, kind: "publication" as const },
    from: day,
    to: day,
  }));
}
