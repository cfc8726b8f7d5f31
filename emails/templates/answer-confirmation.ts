import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action, answerInWords, facts, footer, subjectParts } from "./parts";

export function answerConfirmation(
  message: MessageOf<"answer-confirmation">,
  { locale, link }: TemplateContext,
): Content {
  const to = { locale };
  const { event, municipality } = message;
  const answer = answerInWords(message.answer, locale);
  const intro = m.mail_confirmation_intro({ title: event.title }, to);
  return {
    subject: m.mail_confirmation_subject({ ...subjectParts(message, locale), answer }, to),
    preview: intro,
    heading: m.mail_confirmation_heading({ answer }, to),
    blocks: [
      {
        kind: "paragraph",
        text: municipality ? `${intro} ${m.mail_confirmation_municipality({ municipality }, to)}` : intro,
      },
      { kind: "facts", rows: facts(event, locale, null) },
      action(m.mail_answer_change_action({}, to), link),
    ],
    footer: footer(message, locale, true),
  };
}
