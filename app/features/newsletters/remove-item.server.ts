import { audit } from "~/features/audit/audit.server";
import { deleteItem } from "~/features/newsletters/issue-items.db.server";
import { saveIssue } from "~/features/newsletters/issues.db.server";
import { deleteUnusedFile } from "~/features/newsletters/newsletters.db.server";
import { type NotOpen, openItem } from "~/features/newsletters/open-issue.server";
import { forgetQuietly } from "~/features/papers/add-papers.server";
import { type Access, withRegion } from "~/platform/db/region-db.server";

/**
 * Removes an item the editor has added herself, with its image. One that was put there by what it is about is left out
 * instead, since it would come again.
 */
export async function removeItem(
  access: Access,
  { issueId, itemId }: { issueId: string; itemId: string },
): Promise<{ ok: true } | NotOpen> {
  const removed = await withRegion(access, async (db) => {
    const opened = await openItem(db, { issueId, itemId });
    if (!opened.ok) return opened;
    const { item } = opened;
    if (item.sourceId !== null || item.kind === "introduction") return { ok: false as const, reason: "gone" as const };
    await deleteItem(db, itemId);
    const unused = item.imageId && (await deleteUnusedFile(db, item.imageId)) ? item.imageId : null;
    await saveIssue(db, issueId, {});
    await audit(db, {
      action: "updated",
      subject: "newsletter-issue",
      id: issueId,
      before: { item: itemId, kind: item.kind },
    });
    return { ok: true as const, unused };
  });
  if (!removed.ok) return removed;
  if (removed.unused) await forgetQuietly(access.regionId, removed.unused);
  return { ok: true };
}
