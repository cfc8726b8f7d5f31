import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "~/domain/regions/written-standard";
import { newsletterFeed } from "~/features/newsletters/newsletter-feed.server";
import { findRegion } from "~/features/regions/membership.server";
import { isLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { isKnown, weakTag } from "~/platform/http/kept.server";
import { withinReadLimit } from "~/platform/http/rate-limit.server";
import { notFound } from "~/platform/http/responses.server";

/** The newest issues as a feed to subscribe to, in what the region writes in or the language the address says. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (!(await withinReadLimit(context.ip)))
    return new Response(null, { status: 429, headers: { "Cache-Control": "no-store", "Retry-After": "900" } });
  const region = await findRegion(params.region ?? "");
  if (!region) notFound();
  const asked = new URL(request.url).searchParams.get("lang");
  const locale = isLocale(asked) ? asked : languageOf[region.defaultStandard];
  const access = { regionId: region.id, personId: null, via: "link" as const };
  const { slug, name } = region;
  const self = paths.newsletterFeed(slug) + (isLocale(asked) ? `?lang=${asked}` : "");
  const { body, changedAt } = await withRegion(access, (db) => newsletterFeed(db, { slug, name, locale, self }));
  const tag = weakTag(body);
  const headers = {
    "Cache-Control": "public, max-age=900",
    ETag: tag,
    ...(changedAt && { "Last-Modified": changedAt.toUTCString() }),
  };
  if (isKnown(request.headers.get("If-None-Match"), tag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": "application/atom+xml; charset=utf-8" } });
}
