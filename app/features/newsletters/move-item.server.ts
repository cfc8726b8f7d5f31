import { movedTo } from "~/domain/newsletters/order";
import { audit } from "~/features/audit/audit.server";
import { updateItem } from "~/features/newsletters/issue-items.db.server";
import { saveIssue } from "~/features/newsletters/issues.db.server";
import { type NotOpen, openItem } from "~/features/newsletters/open-issue.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Moves an item to a place in its issue, counted from 0, or one up or down; beyond the ends is at the end. */
export async function moveItem(
  db: RegionDb,
  { issueId, itemId, to }: { issueId: string; itemId: string; to: number | "up" | "down" },
): Promise<{ ok: true; place: number } | NotOpen> {
  const opened = await openItem(db, { issueId, itemId });
  if (!opened.ok) return opened;
  const { items } = opened;
  const at = items.findIndex(({ id }) => id === itemId);
  const order = movedTo(items, at, to === "up" ? Math.max(0, at - 1) : to === "down" ? at + 1 : to);
  for (const [place, { id, position }] of order.entries())
    if (position !== place) await updateItem(db, id, { position: place });
  const place = order.findIndex(({ id }) => id === itemId);
  if (place === at) return { ok: true, place };
  await saveIssue(db, issueId, {});
  await audit(db, {
    action: "updated",
    subject: "newsletter-issue",
    id: issueId,
    before: { item: itemId, place: at + 1 },
    after: { item: itemId, place: place + 1 },
  });
  return { ok: true, place };
}
