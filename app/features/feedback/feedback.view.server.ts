import { judgeFeedback } from "~/domain/feedback/period";
import { openLink } from "~/features/auth/links.server";
import { feedbackQuestions, findAsked, findOwn } from "~/features/feedback/feedback.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the page of a personal link shows; null when the link is wrong or has expired. */
export async function feedbackView(db: RegionDb, { token, now }: { token: string; now: Date }) {
  const link = await openLink(db, token, "feedback", now);
  const own = link && (await findOwn(db, link.subjectId));
  const event = own && (await findAsked(db, own.eventId));
  if (!event) return null;
  const verdict = judgeFeedback(event, own, now);
  return {
    locale: own.locale === "nn" || own.locale === "en" ? (own.locale as "nn" | "en") : ("nb" as const),
    closed: verdict.ok ? null : verdict.reason,
    questions: verdict.ok ? await feedbackQuestions(db, event.id) : [],
    event: {
      title: event.title,
      startsAt: event.startsAt.toISOString(),
      endsAt: event.endsAt.toISOString(),
      zone: event.zone,
    },
    sender: event.organizerName ?? event.region.name,
  };
}

export type FeedbackView = NonNullable<Awaited<ReturnType<typeof feedbackView>>>;
