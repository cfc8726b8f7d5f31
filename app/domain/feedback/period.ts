import { addDays } from "../shared/days";
import { instantToLocal } from "../shared/local-time";

/** How long after its end somebody is asked what she thought of an event, and how long it is open. Days. */
const askedWithin = 30;
const openFor = 60;
const day = 24 * 3_600_000;

/** The start of the day after an event's end, in its zone: from then on those who came are asked, in office hours. */
export function askingBegins(event: { endsAt: Date; zone: string }): string {
  const { date } = instantToLocal(event.endsAt.toISOString(), event.zone);
  return addDays(date, 1);
}

/** Whether it is too late to ask anybody. */
export const askingIsOver = (event: { endsAt: Date }, now: Date) =>
  now.getTime() > event.endsAt.getTime() + askedWithin * day;

/** Until when a form is taken. */
export const feedbackCloses = (event: { endsAt: Date }) => new Date(event.endsAt.getTime() + openFor * day);

export type FeedbackVerdict = { ok: true } | { ok: false; reason: "not-asked" | "too-early" | "closed" | "given" };

/** Whether a form can be sent about an event, by who has not sent one. */
export function judgeFeedback(
  event: { state: string; asksFeedback: boolean; endsAt: Date },
  own: { feedbackAt: Date | null },
  now: Date,
): FeedbackVerdict {
  if (own.feedbackAt !== null) return { ok: false, reason: "given" };
  if (!event.asksFeedback || event.state === "draft" || event.state === "cancelled")
    return { ok: false, reason: "not-asked" };
  if (now < event.endsAt) return { ok: false, reason: "too-early" };
  return now > feedbackCloses(event) ? { ok: false, reason: "closed" } : { ok: true };
}
