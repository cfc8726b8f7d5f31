import { feedbackResults, feedbackRows, fewestShown } from "~/domain/feedback/results";
import { storedAnswers } from "~/domain/registrations/questions";
import { isUuid } from "~/domain/shared/ids";
import { countAsked, feedbackQuestions, findAsked, formsOf } from "~/features/feedback/feedback.db.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

async function shownForms(db: RegionDb, eventId: string) {
  const forms = (await formsOf(db, eventId)).map(({ answers }) => storedAnswers(answers));
  return { count: forms.length, forms: forms.length < fewestShown ? [] : forms };
}

/** What was thought of an event: how many have answered, and what, when they are enough to be nobody in particular. */
export async function resultsView(db: RegionDb, eventId: string, now: Date) {
  const event = isUuid(eventId) ? await findAsked(db, eventId) : null;
  if (!event) return null;
  const questions = await feedbackQuestions(db, eventId);
  const { count, forms } = await shownForms(db, eventId);
  return {
    asks: event.asksFeedback,
    over: event.endsAt <= now,
    open: event.state !== "draft" && event.state !== "cancelled",
    given: count,
    asked: await countAsked(db, eventId),
    enough: count >= fewestShown,
    fewest: fewestShown,
    questions: questions.map(({ id, label, kind }) => ({ id, label, kind })),
    results: count >= fewestShown ? feedbackResults(questions, forms, m.feedback_yes()) : [],
  };
}

export type ResultsView = NonNullable<Awaited<ReturnType<typeof resultsView>>>;

/** The answers as a table, for a file; null where they are too few to be shown. */
export async function resultsTable(db: RegionDb, eventId: string) {
  const event = isUuid(eventId) ? await findAsked(db, eventId) : null;
  if (!event) return null;
  const questions = await feedbackQuestions(db, eventId);
  const { forms } = await shownForms(db, eventId);
  if (forms.length === 0) return null;
  return { heads: questions.map(({ label }) => label), rows: feedbackRows(questions, forms, m.feedback_yes()) };
}
