import { audit } from "~/features/audit/audit.server";
import type { Waker } from "~/features/events/event-wakes.server";
import { deleteNeeds } from "~/features/events/needs.db.server";

const day = 24 * 3_600_000;

/** Dietary and access needs are deleted the day after the event, held or not. */
export const forgetNeeds: Waker = async (db, event, now) => {
  const at = new Date(event.endsAt.getTime() + day);
  if (now < at) return at;
  const deleted = await deleteNeeds(db, event.id);
  if (deleted > 0)
    await audit(db, { action: "removed", subject: "event", id: event.id, after: { needsDeleted: deleted } });
  return null;
};
