import { listsOf } from "~/features/subscriptions/subscriber-lists.server";
import type { ShownList } from "~/features/subscriptions/subscriber-words";
import type { RegionDb } from "~/platform/db/region-db.server";

export type { SubscriberRow } from "~/features/subscriptions/subscriber-lists.server";

const pageSize = 50;

/** One of the lists of a newsletter, fifty at a time. */
export async function subscribersView(
  db: RegionDb,
  { list, after, ...of }: { id: string; list: ShownList; after: string | null; today: string; zone: string },
) {
  const found = await listsOf(db, of);
  if (!found) return null;
  const { newsletter, lists, all, unnamed } = found;
  const rows = lists[list];
  const start = after === null ? 0 : rows.findIndex(({ personId }) => personId === after) + 1;
  const page = rows.slice(start, start + pageSize);
  return {
    newsletter: { id: newsletter.id, name: newsletter.name, open: newsletter.open },
    list,
    rows: page,
    start,
    total: rows.length,
    next: start + pageSize < rows.length ? (page.at(-1)?.personId ?? null) : null,
    counts: {
      role: lists.role.length,
      subscribers: lists.subscribers.length,
      pending: lists.pending.length,
      left: lists.left.length,
      apart: lists.apart.length,
    },
    ...{ all, unnamed },
  };
}

export type SubscribersView = NonNullable<Awaited<ReturnType<typeof subscribersView>>>;
