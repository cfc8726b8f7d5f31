import { isUuid } from "~/domain/shared/ids";
import { countDeliveries, deliveryPage, findDelivery } from "~/features/delivery/delivery.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const states = ["queued", "sending", "sent", "failed"] as const;
export type DeliveryFilter = (typeof states)[number];

export function isDeliveryFilter(text: string | null): text is DeliveryFilter {
  return states.some((state) => state === text);
}

/** How many messages have not left yet. */
export async function countOnTheirWay(db: RegionDb): Promise<number> {
  const { queued = 0, sending = 0 } = await countDeliveries(db);
  return queued + sending;
}

/** The send log: every message to every recipient, newest first, and whether the region is on hold. */
export async function deliveriesView(db: RegionDb, { before, state }: { before: string | null; state: string | null }) {
  const rows = await deliveryPage(db, {
    before: isUuid(before) ? before : null,
    state: isDeliveryFilter(state) ? state : null,
  });
  const counts = await countDeliveries(db);
  const region = await ownRegion(db);
  const shown = rows.slice(0, 50);
  return {
    onHold: region.mailMode === "hold",
    counts,
    rows: shown.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.toName,
      address: row.toAddress,
      state: row.state,
      subject: row.subject,
      lastError: row.lastError,
      eventId: row.eventId,
      at: (row.sentAt ?? row.dueAt).toISOString(),
    })),
    next: rows.length > 50 ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** One message and how it stands. */
export async function deliveryView(db: RegionDb, id: string) {
  const row = isUuid(id) ? await findDelivery(db, id) : null;
  if (!row) return null;
  const region = await ownRegion(db);
  return {
    id: row.id,
    kind: row.kind,
    name: row.toName,
    address: row.toAddress,
    locale: row.locale,
    state: row.state,
    subject: row.subject,
    lastError: row.lastError,
    attempts: row.attempts,
    messageId: row.messageId,
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    event: row.event ? { id: row.event.id, title: row.event.title } : null,
    onHold: region.mailMode === "hold",
  };
}
