import type { Channel } from "~/domain/communications-plan/channels";
import { listPlans } from "~/features/communications-plan/plan.db.server";
import { readRows, type SelectedRow } from "~/features/communications-plan/plan-selection.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * The rows of the plans that have a day in a span (ISO days, both inclusive), each with the kind of its channel. A plan
 * that is closed is history, and has none.
 */
export async function rowsToDo(
  db: RegionDb,
  { from, to, today }: { from: string; to: string; today: string },
): Promise<(SelectedRow & { channelKind: Channel["kind"] })[]> {
  const plans = (await listPlans(db)).filter((plan) => plan.state !== "closed" && plan.from <= to && plan.to >= from);
  const rows: (SelectedRow & { channelKind: Channel["kind"] })[] = [];
  for (const plan of plans) {
    const read = await readRows(db, plan, today);
    const kinds = new Map(read.channels.map(({ key, kind }) => [key, kind]));
    rows.push(...read.rows.map((row) => ({ ...row, channelKind: kinds.get(row.channelKey) ?? null })));
  }
  return rows;
}
