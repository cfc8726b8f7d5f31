import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFeed } from "~/features/feeds/feed-response.server";
import { networkFeed } from "~/features/feeds/feeds.view.server";

/** The open events of a network that is open, as a calendar to subscribe to. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = { request, ip: context.ip, slug: params.region, name: "network" };
  const networkId = params.network ?? "";
  return answerFeed(asked, (db, region) => networkFeed(db, { region, networkId, now: new Date() }));
}
