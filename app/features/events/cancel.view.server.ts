import { isUuid } from "~/domain/shared/ids";
import { countSignedUp } from "~/features/events/drafts.db.server";
import { findEvent, toldInvitations } from "~/features/events/events.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** An event about to be cancelled, and how many would be told. */
export async function cancelView(db: RegionDb, id: string) {
  const event = isUuid(id) ? await findEvent(db, id) : null;
  if (!event) return null;
  const told = (await toldInvitations(db, id)).size + (await countSignedUp(db, id));
  return { id: event.id, title: event.title, state: event.state, told };
}
