import { audit } from "~/features/audit/audit.server";
import type { Waker } from "~/features/events/event-wakes.server";
import { deleteReplies } from "~/features/events/replies.db.server";

const days = 30 * 24 * 3_600_000;

/** When what was answered by mail to an event, and who wrote it, is kept no longer. */
export const repliesEnd = (event: { endsAt: Date }) => new Date(event.endsAt.getTime() + days);

/** Replies by mail are deleted thirty days after the event, those too that nobody has decided on. What counted stands. */
export const forgetReplies: Waker = async (db, event, now) => {
  const at = repliesEnd(event);
  if (now < at) return at;
  const deleted = await deleteReplies(db, event.id);
  if (deleted > 0)
    await audit(db, { action: "removed", subject: "event", id: event.id, after: { repliesDeleted: deleted } });
  return null;
};
