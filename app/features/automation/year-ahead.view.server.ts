import { plannedIn } from "~/domain/automation/plan-ahead";
import type { PlannedStep } from "~/domain/automation/planned";
import { loadFacts } from "~/features/automation/facts.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * What the region's rules do in a period (ISO days, both inclusive): when, what, to how many, and what waits for
 * somebody, as things stand at `now`. Sorted by time. Nothing is saved.
 */
export async function yearAhead(
  db: RegionDb,
  { from, to, now }: { from: string; to: string; now: Date },
): Promise<PlannedStep[]> {
  return plannedIn(await loadFacts(db, { now, from, to, counts: true }), { from, to });
}
