import { type Grouping, groupRows } from "~/domain/communications-plan/rows";
import { planSelection, type SelectionInput } from "~/features/communications-plan/plan-selection.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type PlanTableInput = SelectionInput & { by: Grouping };

/** The plan of one period as a table; null when there is no plan of that period. */
export async function planTable(db: RegionDb, { by, ...input }: PlanTableInput) {
  const selection = await planSelection(db, input);
  if (!selection) return null;
  const { rows, channels, ...rest } = selection;
  const groups = groupRows(
    rows,
    by,
    channels.map(({ key }) => key),
  );
  return { ...rest, channels, by, shown: rows.length, groups };
}

export type PlanTableView = NonNullable<Awaited<ReturnType<typeof planTable>>>;
export type PlanTableRow = PlanTableView["groups"][number]["rows"][number];
