import { listRows } from "~/features/reports/reports.db.server";
import { waitedFor } from "~/features/reports/row-owners.view.server";
import { lastTold } from "~/features/reports/send-to-owners.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** To how many a link to their rows would go now, about how many rows, and whom it does not reach. */
export async function sendView(db: RegionDb, roundId: string) {
  const owners = await waitedFor(db, roundId);
  const reached = owners.filter(({ isHeld }) => !isHeld);
  const left = (await listRows(db, roundId)).filter(({ state }) => state !== "delivered");
  return {
    people: reached.length,
    rows: reached.reduce((sum, { rows }) => sum + rows.length, 0),
    held: owners.filter(({ isHeld }) => isHeld).map(({ name }) => name),
    nobody: left.filter(({ ownerId }) => ownerId === null).length,
    /** ISO instant. */
    toldAt: lastTold(owners)?.toISOString() ?? null,
  };
}

export type SendView = Awaited<ReturnType<typeof sendView>>;
