import { audit } from "~/features/audit/audit.server";
import { updateItem } from "~/features/newsletters/issue-items.db.server";
import { saveIssue } from "~/features/newsletters/issues.db.server";
import { type NotOpen, openItem } from "~/features/newsletters/open-issue.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Takes an item into the issue, or leaves it out; it keeps its words and its place. */
export async function includeItem(
  db: RegionDb,
  { issueId, itemId, included }: { issueId: string; itemId: string; included: boolean },
): Promise<{ ok: true } | NotOpen> {
  const opened = await openItem(db, { issueId, itemId });
  if (!opened.ok) return opened;
  if (opened.item.included === included) return { ok: true };
  await updateItem(db, itemId, { included });
  await saveIssue(db, issueId, {});
  await audit(db, {
    action: "updated",
    subject: "newsletter-issue",
    id: issueId,
    before: { item: itemId, included: !included },
    after: { item: itemId, included },
  });
  return { ok: true };
}
