import type { Feed } from "~/features/feeds/feeds.view.server";
import { findRegion, type RegionFacts } from "~/features/regions/membership.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { isKnown, weakTag } from "~/platform/http/kept.server";
import { withinReadLimit } from "~/platform/http/rate-limit.server";

type Asked = {
  request: Request;
  /** The address the request came from. */
  ip: string;
  slug: string | undefined;
  /** Of one person: no cache between us and her may keep it. */
  secret?: boolean;
  name: string;
};

/**
 * Answers with a calendar, or 304 where the reader has these very bytes (C12). What is not there is 404 without a word:
 * no region, no network, a secret that is wrong or revoked.
 */
export async function answerFeed(
  { request, ip, slug, secret = false, name }: Asked,
  read: (db: RegionDb, region: RegionFacts) => Promise<Feed | null>,
): Promise<Response> {
  const caching = { "Cache-Control": secret ? "private, no-cache" : "public, max-age=900" };
  if (!(await withinReadLimit(ip)))
    return new Response(null, { status: 429, headers: { "Cache-Control": "no-store", "Retry-After": "900" } });
  const region = await findRegion(slug ?? "");
  const access = region && { regionId: region.id, personId: null, via: "link" as const };
  const feed = access && (await withRegion(access, (db) => read(db, region)));
  if (!feed) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  const tag = weakTag(feed.calendar);
  const headers = {
    ...caching,
    ETag: tag,
    ...(feed.changedAt && { "Last-Modified": feed.changedAt.toUTCString() }),
  };
  if (isKnown(request.headers.get("If-None-Match"), tag)) return new Response(null, { status: 304, headers });
  return new Response(feed.calendar, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `inline; filename="${name}.ics"`,
      ...(secret && { "X-Robots-Tag": "noindex" }),
    },
  });
}
