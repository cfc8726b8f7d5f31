import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFeed } from "~/features/feeds/feed-response.server";
import { personFeed } from "~/features/feeds/feeds.view.server";

/** What one person is invited or registered to, as a calendar at a secret address. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = { request, ip: context.ip, slug: params.region, name: "calendar", secret: true };
  const token = params.token ?? "";
  return answerFeed(asked, (db, region) => personFeed(db, { region, token, now: new Date() }));
}
