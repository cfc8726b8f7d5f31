import type { RowState } from "~/domain/communications-plan/row-state";
import { groupRows } from "~/domain/communications-plan/rows";
import {
  type Cell,
  type DataTable,
  headingOf,
  paragraphOf,
  type RawPart,
  rowOf,
} from "~/domain/documents/plan-document";
import { type Block, readMarkdown } from "~/domain/shared/markdown";
import type { PlanActor } from "~/features/actors/actors.view.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import type { PlanSelection, SelectedRow } from "~/features/communications-plan/plan-selection.view.server";
import type { PlanText } from "~/features/communications-plan/plan-text.view.server";
import { stateNames } from "~/features/communications-plan/plan-words";
import type { DocumentQuery } from "~/features/documents/plan-document-query";
import type { RegisteredNetwork } from "~/features/networks/network-register.view.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";

/** What the plan says in prose: its introduction, and a part for each section. */
export function textParts({ introduction, sections }: Pick<PlanText, "introduction" | "sections">): RawPart[] {
  const empty: Block[] = [];
  return [
    { heading: m.plan_document_introduction(), blocks: introduction.trim() ? readMarkdown(introduction) : empty },
    ...sections.map(({ heading, body }) => ({ heading, blocks: body.trim() ? readMarkdown(body) : empty })),
  ];
}

type RegionArea = { id: string; number: number; name: string };

/** The region's priority areas, with how many measures and networks are about each. */
export function areasPart(areas: RegionArea[], rows: SelectedRow[], networks: RegisteredNetwork[]): RawPart {
  const about = (of: { areaIds: string[] }[], id: string) => of.filter(({ areaIds }) => areaIds.includes(id)).length;
  const table: DataTable = {
    type: "data",
    caption: m.plan_document_areas_caption(),
    columns: [
      { head: m.plan_document_area(), share: 52 },
      { head: m.plan_document_columns_measures(), share: 24, centred: true },
      { head: m.networks_title(), share: 24, centred: true },
    ],
    rows: areas.map(({ id, number, name }) =>
      rowOf([`${number} ${name}`, String(about(rows, id)), String(about(networks, id))]),
    ),
  };
  return { heading: m.plan_areas(), short: true, blocks: areas.length > 0 ? [table] : [] };
}

/** The actors with role, responsibility and tasks; the extended apparatus in a table of its own. */
export function organisationPart(actors: PlanActor[]): RawPart {
  const table = (caption: string, own: PlanActor[]): DataTable => ({
    type: "data",
    caption,
    columns: [
      { head: m.plan_document_actor(), share: 18 },
      { head: m.plan_document_role(), share: 20 },
      { head: m.plan_document_responsibility(), share: 16 },
      { head: m.plan_document_tasks(), share: 46 },
    ],
    rows: own.map(({ name, units, role, responsibility, tasks }) =>
      rowOf([
        [name, ...units.map((unit) => unit.name)].join("\n"),
        role,
        responsibility,
        { items: tasks.map((task) => task.name) },
      ]),
    ),
  });
  const core = actors.filter(({ tier }) => tier === "core");
  const extended = actors.filter(({ tier }) => tier !== "core");
  return {
    heading: m.plan_document_organisation(),
    wide: true,
    blocks: [
      ...(core.length > 0
        ? [headingOf(m.plan_document_core()), table(m.plan_document_organisation_caption(), core)]
        : []),
      ...(extended.length > 0
        ? [headingOf(m.plan_document_extended()), table(m.plan_document_extended_caption(), extended)]
        : []),
    ],
  };
}

/** The plan's rows, by channel under a heading each or all in one table. Every cell is as it was written. */
export function planPart(selection: PlanSelection, { grouped, states }: DocumentQuery): RawPart {
  const { plan, rows, channels, total } = selection;
  const period = periodTitle(plan);
  const heading = m.plan_document_plan({ period });
  const table = (caption: string, own: SelectedRow[]): DataTable => ({
    type: "data",
    caption,
    ...(grouped && { underHeading: true }),
    columns: [
      { head: m.plan_document_channel(), share: 19 },
      { head: m.plan_document_goal(), share: 19 },
      { head: m.plan_document_theme(), share: 21 },
      { head: m.plan_document_when(), share: 13 },
      { head: m.plan_document_responsible(), share: 16 },
      { head: m.plan_document_audience(), share: 16 },
      ...(states ? [{ head: m.plan_document_state(), share: 12 }] : []),
    ],
    rows: own.map((row) =>
      rowOf([
        ...[row.channel, row.goal, row.theme, row.words, row.responsible, row.audience],
        ...(states ? [stateWords(row.state)] : []),
      ]),
    ),
  });
  if (rows.length === 0) {
    const why = total === 0 ? m.plan_document_plan_empty() : m.plan_document_plan_no_match();
    return { heading, short: true, blocks: [paragraphOf(why)] };
  }
  if (!grouped) return { heading, wide: true, blocks: [table(m.plan_document_plan_caption({ period }), rows)] };
  const names = new Map(channels.map(({ key, name }) => [key, name]));
  const groups = groupRows(rows, "channel", [...names.keys()]);
  const blocks = groups.flatMap((group) => {
    const channel = group.by === "channel" ? (names.get(group.key) ?? group.key) : group.id;
    return [headingOf(channel), table(m.plan_document_group_caption({ channel, n: group.rows.length }), group.rows)];
  });
  return { heading, wide: true, blocks };
}

function stateWords(state: RowState): string {
  const name = stateNames[state.state]();
  switch (state.state) {
    case "planned":
      return `${name}\n${describeDay(state.next)}`;
    case "done":
      return `${name}\n${describeDay(state.last)}`;
    case "partly":
      return m.plan_state_partly({ done: state.done, of: state.of });
    case "dropped":
      return [name, state.reason].filter(Boolean).join("\n");
    case "running":
      return state.kind === "continuous" ? name : m.plan_state_on_demand();
    default:
      return name;
  }
}

/** The register of networks with all its columns; the addresses of a network stand under its name. */
export function networksPart(networks: RegisteredNetwork[]): RawPart {
  const name = ({ name: words, links }: RegisteredNetwork): Cell => (links.length > 0 ? { words, links } : words);
  const table: DataTable = {
    type: "data",
    caption: m.plan_document_networks_caption(),
    columns: [
      { head: m.plan_document_network(), share: 22 },
      { head: m.plan_document_operators(), share: 13 },
      { head: m.plan_document_network_status(), share: 13 },
      { head: m.plan_document_audience(), share: 14 },
      { head: m.plan_document_network_theme(), share: 12 },
      { head: m.plan_document_network_form(), share: 13 },
      { head: m.plan_document_benefit(), share: 15 },
    ],
    rows: networks.map((network) => {
      const { operators, status, audience, theme, form, benefit } = network;
      return rowOf([name(network), operators, status, audience, theme, form, benefit]);
    }),
  };
  return { heading: m.plan_document_networks(), wide: true, blocks: networks.length > 0 ? [table] : [] };
}

/** What came of the rows so far, by day. */
export function becamePart(rows: SelectedRow[]): RawPart {
  const kinds = { event: m.plan_document_event(), publication: m.plan_document_publication() };
  const all = rows
    .flatMap(({ channel, became }) => became.map((one) => ({ ...one, channel })))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.title.localeCompare(b.title, "nb")));
  const table: DataTable = {
    type: "data",
    caption: m.plan_document_became_caption(),
    columns: [
      { head: m.plan_document_what(), share: 40 },
      { head: m.plan_document_day(), share: 18 },
      { head: m.plan_document_kind(), share: 16 },
      { head: m.plan_document_matrix_row(), share: 26 },
    ],
    rows: all.map(({ title, from, to, kind, channel }) => {
      const day = from === to ? describeDay(from) : `${describeDay(from)}–${describeDay(to)}`;
      return rowOf([title, day, kinds[kind], channel]);
    }),
  };
  return { heading: m.plan_document_became(), blocks: all.length > 0 ? [table] : [] };
}
