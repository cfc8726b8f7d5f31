import type { EventQuestionData } from "~/features/feedback/feedback.db.server";
import { m } from "~/i18n/messages/messages";
import { newId } from "~/platform/ids.server";

/** What is asked where nobody has chosen otherwise: how useful it was, what was best, what to change. */
export function defaultQuestions(locale: "nb" | "nn" | "en"): EventQuestionData[] {
  const to = { locale };
  const question = (kind: EventQuestionData["kind"], label: string, required = false) => ({
    ...{ id: newId(), kind, label, hint: "", options: [], required },
  });
  return [
    question("scale", m.feedback_default_useful({}, to), true),
    question("long", m.feedback_default_best({}, to)),
    question("long", m.feedback_default_change({}, to)),
  ];
}
