import { audit } from "~/features/audit/audit.server";
import { forgetQuietly } from "~/features/papers/add-papers.server";
import { deletePaper, deleteUnusedFile, findPaper, holdEventOf } from "~/features/papers/papers.db.server";
import { type Access, withRegion } from "~/platform/db/region-db.server";

/** Takes a paper off its event, and its file away where no other paper is the same file. */
export async function removePaper(
  access: Access,
  { eventId, paperId }: { eventId: string; paperId: string },
): Promise<{ ok: true; name: string } | { ok: false; reason: "gone" }> {
  const removed = await withRegion(access, async (db) => {
    await holdEventOf(db, eventId);
    const paper = await findPaper(db, eventId, paperId);
    if (!paper) return null;
    const { name, link, open, itemId, fileId } = paper;
    await deletePaper(db, paperId);
    const unused = fileId !== null && (await deleteUnusedFile(db, fileId));
    await audit(db, {
      action: "removed",
      subject: "paper",
      id: paperId,
      before: { eventId, name, link, open, itemId, fileId },
    });
    return { name, fileId: unused ? fileId : null };
  });
  if (!removed) return { ok: false, reason: "gone" };
  if (removed.fileId) await forgetQuietly(access.regionId, removed.fileId);
  return { ok: true, name: removed.name };
}
