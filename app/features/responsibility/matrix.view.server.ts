import { type ChannelIcon, channelOf } from "~/domain/communications-plan/channels";
import { periodKey } from "~/domain/communications-plan/period";
import { readPriorityAreas } from "~/domain/regions/priority-areas";
import { rowCode } from "~/domain/responsibility/cells";
import type { SaidPart } from "~/domain/responsibility/parts";
import { planRowName } from "~/domain/responsibility/row-name";
import { type ShownChannel, shownChannel } from "~/features/communications-plan/channel-words";
import { channelList } from "~/features/communications-plan/channels.view.server";
import { plansView } from "~/features/communications-plan/plans.view.server";
import { cellsOf, matrixDay, shownColumns, unknownIn } from "~/features/responsibility/matrix-day.server";
import {
  approvalDays,
  chosenAreas,
  planRowsOf,
  priorityAreas,
  saidOnDay,
  tasksOn,
} from "~/features/responsibility/responsibility.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A column: an actor, or the units in place of the actor they belong to. `short` is never empty. */
export type MatrixActor = { id: string; name: string; short: string; tier: "core" | "extended" | "outside" };

/**
 * A task or plan row. `cells` has one character per actor, in their order: "." nobody; a p c k i implied by the plan's
 * words or by owning the task; A P C K I said by somebody; "-" somebody took an implied part away.
 */
export type MatrixRow = {
  id: string;
  kind: "task" | "plan-row";
  name: string;
  detail: string;
  /** The icon of a plan row's channel. */
  icon: ChannelIcon | null;
  /** The name of the actor whose task it is. */
  owner: string | null;
  periodKey: string | null;
  /** Names in the plan's words that are nobody's yet. */
  unknown: string[];
  cells: string;
};

export type MatrixShow = "all" | "tasks" | "plan";

/** What a reader asks for. `period` is a period's key or null for today's; days are ISO. */
export type MatrixInput = {
  asOf: string;
  today: string;
  show: MatrixShow;
  period: string | null;
  channels: readonly string[];
  /** Ids of priority areas. */
  areas: readonly string[];
  withoutAccountable: boolean;
  search: string;
};

export type MatrixView = {
  today: string;
  asOf: string;
  /** The day from which the matrix holds as approved, as known on `asOf` or the latest; null before any approval. */
  approvedFrom: string | null;
  show: MatrixShow;
  actors: MatrixActor[];
  tasks: MatrixRow[];
  planRows: MatrixRow[];
  /** Before the filters. */
  total: { tasks: number; planRows: number };
  withoutAccountable: number;
  /** How many different names in the period's words are nobody's yet. */
  unknown: number;
  /** As asked; `period` is the one shown, null when the region has no plan. */
  filters: {
    show: MatrixShow;
    period: string | null;
    channels: string[];
    areas: string[];
    withoutAccountable: boolean;
    search: string;
  };
  options: {
    periods: { key: string; from: string; to: string }[];
    channels: ShownChannel[];
    priorityAreas: { id: string; number: number; name: string }[];
  };
};

/** The matrix as it stands on a day. The number of queries does not depend on its size. */
export async function matrixView(db: RegionDb, input: MatrixInput): Promise<MatrixView> {
  const { asOf, today, show } = input;
  const there = await matrixDay(db, asOf);
  const columns = await shownColumns(db, there);
  const plans = (await plansView(db)).map((plan) => ({ ...plan, key: periodKey(plan) }));
  const plan = plans.find(({ key }) => key === input.period) ?? periodOf(plans, today);
  const rows = plan ? await planRowsOf(db, plan.id) : [];
  const tasks = await tasksOn(db, asOf);
  const said = await saidOnDay(db, asOf, plan?.id ?? null);
  const [areas, chosen] = [await priorityAreas(db), await chosenAreas(db)];
  const approvals = await approvalDays(db);

  const ids = columns.map(({ id }) => id);
  const cells = (id: string, row: { actorId: string } | { responsible: string }) =>
    rowCode(cellsOf(there, row, saidParts(said.get(id))).cells, ids);
  const areasOf = (id: string, words: string) => chosen.get(id) ?? readPriorityAreas(words, areas);
  const wantsAreas = (id: string, words: string) =>
    input.areas.length === 0 || areasOf(id, words).some((area) => input.areas.includes(area));
  const search = searchKey(input.search);
  const found = (...texts: string[]) => search === "" || texts.some((text) => searchKey(text).includes(search));

  const list = await channelList(db);
  const channelOfRow = new Map(rows.map((row) => [row.id, channelOf(row, list)]));
  const channelKey = (id: string) => channelOfRow.get(id)?.key ?? "";
  const wanted = input.channels.filter((key) => list.some((channel) => channel.key === key));
  const used = new Set(rows.map(({ id }) => channelKey(id)));

  const shownTasks = show === "plan" || wanted.length > 0 ? [] : tasks;
  const shownRows = show === "tasks" ? [] : rows;
  const taskRows = shownTasks
    .filter(({ id, name, actor }) => wantsAreas(id, name) && found(name, actor.name))
    .map(
      ({ id, name, actorId, actor }): MatrixRow => ({
        ...{ id, kind: "task", name, detail: "", icon: null, owner: actor.name, periodKey: null, unknown: [] },
        cells: cells(id, { actorId }),
      }),
    );
  const planRows = shownRows
    .filter(({ id }) => wanted.length === 0 || wanted.includes(channelKey(id)))
    .filter(({ channel, theme, goal, responsible }) => found(channel, theme, goal, responsible))
    .filter(({ id, theme, goal, channel }) => wantsAreas(id, [theme, goal, channel].join("\n")))
    .map(
      ({ id, channel, theme, timing, responsible }): MatrixRow => ({
        ...{ id, kind: "plan-row", name: planRowName(channel, theme), detail: timing, owner: null },
        periodKey: plan?.key ?? null,
        icon: channelOfRow.get(id)?.icon ?? null,
        unknown: unknownIn(there, responsible),
        cells: cells(id, { responsible }),
      }),
    );
  const lacks = (row: MatrixRow) => !/a/i.test(row.cells);
  const keep = (list: MatrixRow[]) => (input.withoutAccountable ? list.filter(lacks) : list);
  return {
    today,
    asOf,
    approvedFrom: approvals.findLast((day) => day <= asOf) ?? approvals[0] ?? null,
    show,
    actors: columns.map(({ id, name, shortName, tier }) => ({ id, name, short: shortName || name, tier })),
    tasks: keep(taskRows),
    planRows: keep(planRows),
    total: { tasks: tasks.length, planRows: rows.length },
    withoutAccountable: [...taskRows, ...planRows].filter(lacks).length,
    unknown: new Set(rows.flatMap(({ responsible }) => unknownIn(there, responsible).map(searchKey))).size,
    filters: {
      ...{ show, search: input.search, withoutAccountable: input.withoutAccountable, period: plan?.key ?? null },
      channels: wanted,
      areas: [...input.areas],
    },
    options: {
      periods: plans.map(({ key, from, to }) => ({ key, from, to })),
      channels: list.filter(({ key }) => used.has(key)).map(shownChannel),
      priorityAreas: areas,
    },
  };
}

/** The plan that holds today, else the latest. */
function periodOf<P extends { from: string; to: string }>(plans: readonly P[], today: string): P | undefined {
  return plans.findLast(({ from, to }) => from <= today && today <= to) ?? plans.at(-1);
}

const searchKey = (text: string) => text.trim().toLowerCase().replace(/\s+/g, " ");

/** "<actor's id><part>" with commas between, as the database puts them together. */
export function saidParts(said: string | undefined): Map<string, SaidPart> {
  return new Map((said?.split(",") ?? []).map((one) => [one.slice(0, 36), one.slice(36) as SaidPart]));
}
