import type { RowState } from "./row-state";

/**
 * A row as grouping and filtering see it. `channelKey` is its channel's of the region's list, `areaIds` the priority
 * areas it is about, `windows` those of its timing, sorted; ISO days.
 */
export type TableRow = {
  channel: string;
  channelKey: string;
  goal: string;
  theme: string;
  words: string;
  responsible: string;
  audience: string;
  areaIds: readonly string[];
  state: Pick<RowState, "state">;
  windows: { from: string }[];
};

export type Filters = {
  search: string;
  channels: string[];
  responsible: string[];
  audiences: string[];
  areas: string[];
  states: string[];
};

export const noFilters: Filters = { search: "", channels: [], responsible: [], audiences: [], areas: [], states: [] };

/** What makes two wordings the same one: case and white space do not. */
export function wordKey(words: string): string {
  return words.trim().replace(/\s+/g, " ").toLowerCase();
}

/** Those named in a cell, in order: split at commas, semicolons, plus signs, lines and a slash with air around it. */
export function named(cell: string): string[] {
  return cell
    .split(/[,;+\n](?![^(]*\))|\s\/\s/)
    .map((part) => part.trim().replace(/\s+/g, " "))
    .filter((part) => part !== "");
}

/** The rows that fit every filter that is set; of the values of one filter, one is enough. */
export function filterRows<R extends TableRow>(rows: readonly R[], filters: Filters): R[] {
  const search = wordKey(filters.search);
  const any = (wanted: string[], cell: string) =>
    wanted.length === 0 || named(cell).some((name) => wanted.includes(wordKey(name)));
  return rows.filter(
    (row) =>
      (filters.channels.length === 0 || filters.channels.includes(row.channelKey)) &&
      (filters.areas.length === 0 || row.areaIds.some((id) => filters.areas.includes(id))) &&
      (filters.states.length === 0 || filters.states.includes(row.state.state)) &&
      any(filters.responsible, row.responsible) &&
      any(filters.audiences, row.audience) &&
      (search === "" ||
        [row.channel, row.goal, row.theme, row.words, row.responsible, row.audience].some((cell) =>
          wordKey(cell).includes(search),
        )),
  );
}

/** The names a column holds, once each in their first wording, by the alphabet. */
export function namesIn(cells: readonly string[]): { key: string; name: string }[] {
  const names = new Map<string, string>();
  for (const name of cells.flatMap(named)) if (!names.has(wordKey(name))) names.set(wordKey(name), name);
  return [...names]
    .map(([key, name]) => ({ key, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "nb", { sensitivity: "base" }));
}

export const groupings = ["channel", "month", "responsible"] as const;
export type Grouping = (typeof groupings)[number];

/** A group of rows: what it stands for, null for what has no month or nobody responsible. */
export type RowGroup<R> =
  | { by: "channel"; id: string; key: string; rows: R[] }
  | { by: "month"; id: string; month: string | null; rows: R[] }
  | { by: "responsible"; id: string; name: string | null; rows: R[] };

/**
 * Puts rows in groups, keeping their order in each: by channel in the order of the region's list (`channelKeys`), by
 * the month ("YYYY-MM") the first window opens, or by the first who is named as responsible. What fits no group comes
 * last.
 */
export function groupRows<R extends TableRow>(
  rows: readonly R[],
  by: Grouping,
  channelKeys: readonly string[],
): RowGroup<R>[] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = groupKey(row, by);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const keys = [...groups.keys()];
  const order =
    by === "channel"
      ? channelKeys.filter((key) => groups.has(key))
      : keys.sort((a, b) =>
          a === "" ? 1 : b === "" ? -1 : by === "month" ? (a < b ? -1 : 1) : a.localeCompare(b, "nb"),
        );
  return order.map((key) => {
    const own = groups.get(key) ?? [];
    const id = `${by}-${key}`;
    if (by === "channel") return { by, id, key, rows: own };
    if (by === "month") return { by, id, month: key || null, rows: own };
    return { by, id, name: own[0] && key ? (named(own[0].responsible)[0] ?? null) : null, rows: own };
  });
}

function groupKey(row: TableRow, by: Grouping): string {
  if (by === "channel") return row.channelKey;
  if (by === "month") return row.windows[0]?.from.slice(0, 7) ?? "";
  return wordKey(named(row.responsible)[0] ?? "");
}
