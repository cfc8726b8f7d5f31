import { type Grouping, groupRows } from "~/domain/communications-plan/rows";
import {
  planSelection,
  type SelectedRow,
  type SelectionInput,
} from "~/features/communications-plan/plan-selection.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** By their numbers the rows are one list, in the plan's own order. */
export type TableOrder = Grouping | "number";

/** How many rows are shown at first, and how many more each time. */
export const pageOfRows = 50;

export type PlanTableInput = SelectionInput & {
  by: TableOrder;
  /** How many rows are shown at most. */
  show?: number;
  /** What clashes or is missing, by row. */
  clashes?: ReadonlyMap<string, string[]>;
  /** Only the rows that have something of that. */
  onlyClashes?: boolean;
};

/**
 * The plan of one period as a table; null when there is no plan of that period. Filters and groups are over all rows;
 * those shown are the first in the order of the table.
 */
export async function planTable(
  db: RegionDb,
  { by, show = pageOfRows, clashes = new Map(), onlyClashes = false, ...input }: PlanTableInput,
) {
  const selection = await planSelection(db, input);
  if (!selection) return null;
  const { rows: selected, channels, ...rest } = selection;
  const rows = onlyClashes ? selected.filter(({ id }) => clashes.has(id)) : selected;
  const groups =
    by === "number"
      ? [{ by, id: by, rows }]
      : groupRows(
          rows,
          by,
          channels.map(({ key }) => key),
        );
  let left = show;
  const drawn = groups.flatMap(({ rows: all, ...group }) => {
    const own = all.slice(0, Math.max(left, 0));
    left -= all.length;
    return own.length > 0
      ? [{ ...group, count: all.length, rows: own.map((row) => drawnRow(row, clashes.get(row.id))) }]
      : [];
  });
  return { ...rest, channels, by, onlyClashes, shown: rows.length, drawn: Math.min(rows.length, show), groups: drawn };
}

export type PlanTableView = NonNullable<Awaited<ReturnType<typeof planTable>>>;
export type PlanTableRow = PlanTableView["groups"][number]["rows"][number];

/** What the table draws of a row, and nothing else: the page carries every row twice. */
function drawnRow(row: SelectedRow, clashes: string[] | undefined) {
  const { id, number, channel, channelKey, theme, goal, names, audience, state } = row;
  const { words, kind, meaning, unparsed, windows } = row;
  return {
    ...{ id, number, channel, channelKey, theme, goal, names, audience, state },
    ...{ words, kind, meaning, unparsed },
    windows: windows.map(({ from, to }) => ({ from, to })),
    ...(clashes && { clashes }),
  };
}
