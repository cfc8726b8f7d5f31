import { newslettersNow } from "~/features/subscriptions/subscriptions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The newsletters anybody may subscribe to, in their order. */
export async function openNewsletters(db: RegionDb) {
  const open = (await newslettersNow(db)).filter((newsletter) => newsletter.open);
  return open.map(({ id, name, description }) => ({ id, name, description }));
}

export type OpenNewsletter = Awaited<ReturnType<typeof openNewsletters>>[number];
