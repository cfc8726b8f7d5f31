import { audit } from "~/features/audit/audit.server";
import { createItem } from "~/features/newsletters/issue-items.db.server";
import { saveIssue } from "~/features/newsletters/issues.db.server";
import { type NotOpen, openIssue } from "~/features/newsletters/open-issue.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

/** How many items an issue may have. */
export const mostItems = 100;

/** Adds an item the editor writes herself, last in the issue: a text, or news from elsewhere by link. */
export async function addItem(
  db: RegionDb,
  { issueId, kind }: { issueId: string; kind: "text" | "news" },
): Promise<{ ok: true; itemId: string } | NotOpen | { ok: false; reason: "too-many" }> {
  const opened = await openIssue(db, issueId);
  if (!opened.ok) return opened;
  const { items } = opened;
  if (items.length >= mostItems) return { ok: false, reason: "too-many" };
  const itemId = newId();
  await createItem(db, { id: itemId, issueId, kind, position: (items.at(-1)?.position ?? -1) + 1 });
  await saveIssue(db, issueId, {});
  await audit(db, { action: "updated", subject: "newsletter-issue", id: issueId, after: { item: itemId, kind } });
  return { ok: true, itemId };
}
