import { isClosed } from "~/domain/cases/closed";
import { audit } from "~/features/audit/audit.server";
import { holdTaken, setAnnounced } from "~/features/cases/taken.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Announced = { ok: true } | { ok: false; reason: "gone" | "closed" };

/**
 * Marks a decision for the public, so that newsletters tell of it once its minutes are out; or takes the mark away. One
 * of a closed case, or of a body whose cases are not public, is refused.
 */
export async function announceDecision(
  db: RegionDb,
  { itemId, announced }: { itemId: string; announced: boolean },
): Promise<Announced> {
  const found = await holdTaken(db, itemId);
  if (!found) return { ok: false, reason: "gone" };
  if (announced && !mayBeAnnounced(found)) return { ok: false, reason: "closed" };
  if (found.announced === announced) return { ok: true };
  await setAnnounced(db, itemId, announced);
  await audit(db, {
    action: "updated",
    subject: "agenda-item",
    id: itemId,
    before: { announced: found.announced },
    after: { announced },
  });
  return { ok: true };
}

/** Whether a decision has a page in the public register that newsletters can lead to. */
export function mayBeAnnounced(
  one: Pick<NonNullable<Awaited<ReturnType<typeof holdTaken>>>, "case" | "body" | "number">,
) {
  return one.number !== null && one.body.open && !isClosed(one.case);
}
