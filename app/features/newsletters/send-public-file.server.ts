import { isUuid } from "~/domain/shared/ids";
import { findFile, findLogo, frozenText } from "~/features/newsletters/archive.db.server";
import { sendIssueImage } from "~/features/newsletters/send-image.server";
import { type Access, type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { readFile } from "~/platform/files.server";
import { opens } from "~/platform/tokens.server";

type File = NonNullable<Awaited<ReturnType<typeof findFile>>>;

/**
 * An image of an issue that is approved or sent, for whoever reads the mail: the address is the same for all, and nothing
 * is noted of who asks (M5). Of one that is written, for whoever has a test of it, by the pass in the address. Null where
 * the issue shows no such image.
 */
export async function sendPublicImage(
  request: Request,
  access: Access,
  { issueId, imageId }: { issueId: string; imageId: string },
): Promise<Response | null> {
  const pass = new URL(request.url).searchParams.get("pass");
  if (pass !== null) {
    const opened = isUuid(imageId) && isUuid(issueId) && opens(pass, imageId, new Date());
    return opened ? sendIssueImage(access, { issueId, imageId }) : null;
  }
  return send(request, access, async (db) => {
    if (!isUuid(imageId)) return null;
    const said = await frozenText(db, issueId);
    return said?.includes(`/${imageId}"`) ? findFile(db, imageId) : null;
  });
}

/** The logo of a newsletter that anybody may subscribe to; null where there is none. */
export async function sendLogo(request: Request, access: Access, newsletterId: string): Promise<Response | null> {
  return send(request, access, (db) => findLogo(db, newsletterId));
}

async function send(
  request: Request,
  access: Access,
  find: (db: RegionDb) => Promise<File | null>,
): Promise<Response | null> {
  const file = await withRegion(access, find);
  if (!file) return null;
  const tag = `"${file.hash}"`;
  const headers = { "Cache-Control": "public, max-age=86400", ETag: tag };
  if (request.headers.get("If-None-Match")?.includes(tag)) return new Response(null, { status: 304, headers });
  const body = request.method === "HEAD" ? null : await readFile({ regionId: access.regionId, ...file });
  return new Response(body, {
    headers: { ...headers, "Content-Type": file.type, "Content-Length": String(file.size) },
  });
}
