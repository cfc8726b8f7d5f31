import type { Channel } from "~/domain/communications-plan/channels";
import { listChannels } from "~/features/communications-plan/channels.db.server";
import { listPlans, listRowsOfPlans, listSaid } from "~/features/communications-plan/plan.db.server";
import {
  type BecameOf,
  publicationsOf,
  rowsOf,
  type SelectedRow,
  type StoredRows,
} from "~/features/communications-plan/plan-selection.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type RowToDo = SelectedRow & { channelKind: Channel["kind"] };

/** The tables `storedToDo` reads. */
export const storedTables = [
  ...(["communications_plan", "plan_row", "plan_occurrence", "publication", "channel"] as const),
] as const;

/**
 * What rows that are to be done are read from, but for the events that were made of them. A plan that is closed is
 * history, and has none. Its number of queries does not depend on how many plans there are.
 */
export async function storedToDo(db: RegionDb): Promise<{ plans: StoredRows[]; publications: BecameOf[] }> {
  const plans = (await listPlans(db)).filter(({ state }) => state !== "closed");
  const ids = plans.map(({ id }) => id);
  const rows = Map.groupBy(await listRowsOfPlans(db, ids), ({ planId }) => planId);
  const said = await listSaid(db, ids);
  const channels = await listChannels(db);
  return {
    plans: plans.map((plan) => ({ plan, stored: rows.get(plan.id) ?? [], said, channels, areas: [] })),
    publications: await publicationsOf(db, ids),
  };
}

/** The rows of plans that have a day in a span (ISO days, both inclusive), each with the kind of its channel. */
export function rowsToDo(
  { plans, publications }: Awaited<ReturnType<typeof storedToDo>>,
  { from, to, today, events }: { from: string; to: string; today: string; events: readonly BecameOf[] },
): RowToDo[] {
  return plans
    .filter(({ plan }) => plan.from <= to && plan.to >= from)
    .flatMap((stored) => {
      const kinds = new Map(stored.channels.map(({ key, kind }) => [key, kind]));
      const rows = rowsOf(stored, [...events, ...publications], today);
      return rows.map((row) => ({ ...row, channelKind: kinds.get(row.channelKey) ?? null }));
    });
}
