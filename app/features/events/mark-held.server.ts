import { audit } from "~/features/audit/audit.server";
import type { Waker } from "~/features/events/event-wakes.server";
import { updateEvent } from "~/features/events/events.db.server";

/** A published event has been held when it is over. */
export const markHeld: Waker = async (db, event, now) => {
  if (event.state !== "published") return null;
  if (event.endsAt > now) return event.endsAt;
  await updateEvent(db, event.id, { state: "held" });
  await audit(db, {
    action: "updated",
    subject: "event",
    id: event.id,
    before: { state: "published" },
    after: { state: "held" },
  });
  return "changed";
};
