import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action, answerInWords, facts, footer, subjectParts } from "./parts";

/** To one whose answer somebody else has registered. */
export function eventAnsweredFor(message: MessageOf<"event-answered-for">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { event, sender, municipality } = message;
  const answer = answerInWords(message.answer, locale);
  const intro = m.mail_answered_for_intro({ sender, answer, title: event.title }, to);
  return {
    subject: m.mail_confirmation_subject({ ...subjectParts(message, locale), answer }, to),
    preview: intro,
    heading: m.mail_answered_for_heading({ answer }, to),
    blocks: [
      {
        kind: "paragraph",
        text: municipality ? `${intro} ${m.mail_answered_for_municipality({ municipality }, to)}` : intro,
      },
      { kind: "facts", rows: facts(event, locale, null) },
      { kind: "paragraph", text: m.mail_answered_for_change({}, to) },
      action(m.mail_answer_change_action({}, to), link),
    ],
    footer: footer(message, locale, true),
  };
}
