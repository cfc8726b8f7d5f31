import { audit } from "~/features/audit/audit.server";
import { wakeSoon } from "~/features/events/event-wakes.server";
import { defaultQuestions } from "~/features/feedback/default-questions.server";
import {
  feedbackQuestions,
  holdAsked,
  replaceFeedbackQuestions,
  saveAsksFeedback,
} from "~/features/feedback/feedback.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Has those who come asked afterwards, or not. The first time, with a set of questions in the language given. */
export async function turnFeedback(
  db: RegionDb,
  { eventId, asks, locale }: { eventId: string; asks: boolean; locale: "nb" | "nn" | "en" },
): Promise<boolean> {
  const event = await holdAsked(db, eventId);
  if (!event) return false;
  if (event.asksFeedback === asks) return true;
  if (asks && (await feedbackQuestions(db, eventId)).length === 0) {
    const language =
      event.language === "nb" || event.language === "nn" || event.language === "en" ? event.language : locale;
    await replaceFeedbackQuestions(db, eventId, defaultQuestions(language));
  }
  await saveAsksFeedback(db, eventId, asks);
  await wakeSoon(db, eventId);
  await audit(db, {
    action: "updated",
    subject: "event",
    id: eventId,
    before: { asksFeedback: !asks },
    after: { asksFeedback: asks },
  });
  return true;
}
