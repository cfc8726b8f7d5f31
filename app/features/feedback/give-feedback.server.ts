import { judgeFeedback } from "~/domain/feedback/period";
import { type AnswersVerdict, readAnswers } from "~/domain/registrations/questions";
import { audit } from "~/features/audit/audit.server";
import { openLink } from "~/features/auth/links.server";
import { createForm, feedbackQuestions, findOwn, holdAsked, saveGiven } from "~/features/feedback/feedback.db.server";
import { todayIn } from "~/features/regions/today";
import type { RegionDb } from "~/platform/db/region-db.server";

export type GiveResult =
  | { ok: true }
  | { ok: false; reason: "gone" | "not-asked" | "too-early" | "closed" | "given" | "nothing" }
  | { ok: false; reason: "answers"; problems: Extract<AnswersVerdict, { ok: false }>["problems"] };

/**
 * Takes one form by a personal link. What it says is kept apart from who sent it: of her nothing is written but the day,
 * and the change log names the event alone.
 */
export async function giveFeedback(
  db: RegionDb,
  { token, given, now }: { token: string; given: (id: string) => readonly string[]; now: Date },
): Promise<GiveResult> {
  const link = await openLink(db, token, "feedback", now);
  const found = link && (await findOwn(db, link.subjectId));
  const event = found && (await holdAsked(db, found.eventId));
  const own = event && (await findOwn(db, found.id));
  if (!own) return { ok: false, reason: "gone" };
  const verdict = judgeFeedback(event, own, now);
  if (!verdict.ok) return verdict;
  const read = readAnswers(await feedbackQuestions(db, event.id), given);
  if (!read.ok) return { ok: false, reason: "answers", problems: read.problems };
  if (Object.keys(read.answers).length === 0) return { ok: false, reason: "nothing" };
  await createForm(db, event.id, read.answers);
  await saveGiven(db, { eventId: event.id, personId: own.personId, day: new Date(todayIn(event.zone, now)) });
  await audit(db, { action: "created", subject: "feedback", id: event.id });
  return { ok: true };
}
