import { periodKey } from "~/domain/communications-plan/period";
import { isoDay } from "~/domain/shared/days";
import { wordsOfRow } from "~/features/automation/due.db.server";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The page of a row of the plan; the overview where the row is gone. */
export async function pathOfRow(db: RegionDb, slug: string, id: string): Promise<string> {
  const found = await wordsOfRow(db, id);
  if (!found) return paths.overview(slug);
  const period = periodKey({ from: isoDay(found.plan.from), to: isoDay(found.plan.to) });
  return paths.planRow(slug, period, id);
}
