import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFeed } from "~/features/feeds/feed-response.server";
import { regionFeed } from "~/features/feeds/feeds.view.server";

/** The region's open events as a calendar to subscribe to. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = { request, ip: context.ip, slug: params.region, name: "calendar" };
  return answerFeed(asked, (db, region) => regionFeed(db, { region, now: new Date() }));
}
