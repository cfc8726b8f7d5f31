import { judgeFeedback } from "~/domain/feedback/period";
import { openSpentLink } from "~/features/auth/links.server";
import { findAsked, findOwn } from "~/features/feedback/feedback.db.server";
import { queueRequests } from "~/features/feedback/feedback-request.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

/** Sends a new link to whom an old one was for, while a form is taken. Says nothing of whether there was one (L3). */
export async function sendNewFeedbackLink(db: RegionDb, { token, now }: { token: string; now: Date }): Promise<void> {
  const link = await openSpentLink(db, token, "feedback");
  const own = link && (await findOwn(db, link.subjectId));
  const event = own && (await findAsked(db, own.eventId));
  if (!event || !judgeFeedback(event, own, now).ok) return;
  await queueRequests(db, event, [{ ...own, key: `feedback-request:${own.id}:again:${newId()}` }], now);
}
