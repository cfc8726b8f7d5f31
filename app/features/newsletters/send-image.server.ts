import { isUuid } from "~/domain/shared/ids";
import { findImage } from "~/features/newsletters/issue-items.db.server";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { readFile } from "~/platform/files.server";

/** An image of an issue for those who see it before it is sent; null where there is none. */
export async function sendIssueImage(
  access: Access,
  { issueId, imageId }: { issueId: string; imageId: string },
): Promise<Response | null> {
  if (!isUuid(imageId)) return null;
  const file = await withRegion(access, (db) => findImage(db, issueId, imageId));
  if (!file) return null;
  const body = await readFile({ regionId: access.regionId, id: file.id, content: file.content });
  // What is under an id never changes.
  const headers = { "Content-Type": file.type, "Cache-Control": "private, max-age=3600", ETag: `"${file.hash}"` };
  return new Response(body, {
    headers: { ...headers, "Content-Length": String(file.size), "X-Robots-Tag": "noindex" },
  });
}
