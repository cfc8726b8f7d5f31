import { type Stage, stageOf, stages } from "~/domain/networks/stage";
import { readPriorityAreas } from "~/domain/regions/priority-areas";
import { isUuid } from "~/domain/shared/ids";
import { nextGatherings } from "~/features/networks/gatherings.db.server";
import {
  type ActorBook,
  actorBook,
  operatorIds,
  operatorsOf,
  withParents,
} from "~/features/networks/network-actors.view.server";
import { listNetworks, listPriorityAreas, type StoredNetwork } from "~/features/networks/networks.db.server";
import { readTiming } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

const pageSize = 50;

/** A network has no period of its own: what its words say of the year is placed in the year at hand. */
export const yearOf = (today: string) => ({ from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` });

export type Area = Awaited<ReturnType<typeof listPriorityAreas>>[number];

/** The priority areas of a network: those somebody has chosen, else those the words of its theme name. */
export function areasOf(
  { theme, priorityAreas }: { theme: string; priorityAreas: { priorityAreaId: string }[] },
  areas: Area[],
): Area[] {
  const ids =
    priorityAreas.length > 0 ? priorityAreas.map((link) => link.priorityAreaId) : readPriorityAreas(theme, areas);
  return areas.filter(({ id }) => ids.includes(id));
}

/** What the list is asked for; what is no filter of it counts for nothing. */
export type NetworkFilters = {
  search: string;
  operators: string[];
  stages: (Stage | "unknown")[];
  areas: string[];
};

export function filtersOf(query: URLSearchParams): NetworkFilters {
  return {
    search: (query.get("q") ?? "").trim().slice(0, 200),
    operators: query.getAll("operator").filter(isUuid),
    stages: [...stages, "unknown" as const].filter((stage) => query.getAll("stage").includes(stage)),
    areas: query.getAll("area").filter(isUuid),
  };
}

/** Every network as its list shows it. */
export async function readNetworks(db: RegionDb, { today, now }: { today: string; now: Date }) {
  const [networks, book, areas] = [await listNetworks(db), await actorBook(db), await listPriorityAreas(db)];
  const next = await nextGatherings(
    db,
    networks.map(({ id }) => id),
    now,
  );
  const rows = networks.map((network) => ({
    ...listed(network, book, areas, today),
    next: nextOf(next.find((event) => event.networkId === network.id)),
  }));
  return { rows, book, areas };
}

function listed(network: StoredNetwork, book: ActorBook, areas: Area[], today: string) {
  const { id, name, audience, theme, form, status, open } = network;
  const runBy = operatorIds(network, book);
  return {
    id,
    name,
    audience,
    theme,
    form,
    status,
    open,
    words: network.operators,
    operators: operatorsOf(network, book),
    runBy,
    actorIds: withParents(runBy, book),
    stage: stageOf(network),
    areas: areasOf(network, areas),
    frequency: readTiming(form, yearOf(today)).meaning,
  };
}

function nextOf(event: { id: string; startsAt: Date; zone: string; state: string } | undefined) {
  return event ? { ...event, startsAt: event.startsAt.toISOString() } : null;
}

export type NetworkRow = Awaited<ReturnType<typeof readNetworks>>["rows"][number];

/**
 * One page of the register. `mine`: the networks of these actors come first, in a list of their own, on the first page.
 * `frequency` is what the words of a network's form say about how often.
 */
export async function networksView(
  db: RegionDb,
  input: { after: string | null; today: string; now: Date; filters: NetworkFilters; ownActorIds: readonly string[] },
) {
  const { filters, ownActorIds, after } = input;
  const { rows, book, areas } = await readNetworks(db, input);
  const found = rows.filter((row) => passes(row, filters));
  const isMine = (row: NetworkRow) => row.actorIds.some((id) => ownActorIds.includes(id));
  const mine = found.filter(isMine);
  const others = found.filter((row) => !isMine(row));
  const start = others.findIndex(({ id }) => id === after) + 1;
  const shown = others.slice(start, start + pageSize);
  const running = new Set(rows.flatMap(({ runBy }) => runBy));
  return {
    total: rows.length,
    found: found.length,
    mine: start === 0 ? mine : [],
    networks: shown,
    next: others.length > start + pageSize ? (shown.at(-1)?.id ?? null) : null,
    unknownOperators: rows.filter(({ operators }) => operators.some((one) => one.kind === "words" && one.unknown))
      .length,
    filters,
    options: {
      operators: book.actors.filter(({ id }) => running.has(id)).map(({ id, name }) => ({ id, name })),
      areas,
    },
  };
}

export type NetworksView = Awaited<ReturnType<typeof networksView>>;

function passes(row: NetworkRow, { search, operators, stages: asked, areas }: NetworkFilters): boolean {
  const text = [row.name, row.words, row.audience, row.theme, row.form].join("\n").toLowerCase();
  return (
    search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (operators.length === 0 || row.actorIds.some((id) => operators.includes(id))) &&
    (asked.length === 0 || asked.includes(row.stage ?? "unknown")) &&
    (areas.length === 0 || row.areas.some(({ id }) => areas.includes(id)))
  );
}
