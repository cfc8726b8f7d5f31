import { announced } from "~/features/cases/taken.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A decision as newsletters tell of it. `decision` is Markdown; the id is that of its page in the public register. */
export type AnnouncedDecision = { id: string; title: string; decision: string };

/**
 * The decisions that are marked for the public, of meetings from a day on or by their ids: those alone that stand in the
 * public register with their minutes sent out, so that what is closed is in none.
 */
export async function announcedDecisions(
  db: RegionDb,
  where: { from: Date } | { ids: readonly string[] },
): Promise<AnnouncedDecision[]> {
  return (await announced(db, where)).map(({ id, decision, case: { title } }) => ({ id, title, decision }));
}
