import { plannedIn } from "~/domain/automation/plan-ahead";
import type { PlannedStep } from "~/domain/automation/planned";
import { whoGets } from "~/domain/automation/who-gets";
import { loadFacts } from "~/features/automation/facts.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Period = { from: string; to: string; now: Date };

/**
 * What the region's rules do in a period (ISO days, both inclusive): when, what, to how many, and what waits for
 * somebody, as things stand at `now`. Sorted by time. Nothing is saved.
 */
export async function yearAhead(db: RegionDb, period: Period): Promise<PlannedStep[]> {
  return (await yearWithReaders(db, period)).lines;
}

/** The same, and who gets each line, by id. */
export async function yearWithReaders(db: RegionDb, { from, to, now }: Period) {
  const facts = await loadFacts(db, { now, from, to, counts: true });
  return { lines: plannedIn(facts, { from, to }), whoGets: whoGets(facts) };
}
