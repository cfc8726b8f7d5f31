import { audit } from "~/features/audit/audit.server";
import { findNewsletter, saveNewsletter } from "~/features/newsletters/newsletters.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Ends a newsletter, or takes it up again: of one that has ended no issue is made, approved or sent. What has been sent
 * stands, and those who subscribe stay so.
 */
export async function endNewsletter(
  db: RegionDb,
  { id, version, ended, now }: { id: string; version: number; ended: boolean; now: Date },
): Promise<{ ok: true; name: string } | { ok: false; reason: "not-found" | "changed-meanwhile" }> {
  const standing = await findNewsletter(db, id);
  if (!standing) return { ok: false, reason: "not-found" };
  if ((standing.endedAt !== null) === ended) return { ok: true, name: standing.name };
  if (!(await saveNewsletter(db, id, version, { endedAt: ended ? now : null })))
    return { ok: false, reason: "changed-meanwhile" };
  const [before, after] = [{ ended: !ended }, { ended }];
  await audit(db, { action: ended ? "cancelled" : "updated", subject: "newsletter", id, before, after });
  return { ok: true, name: standing.name };
}
