import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action, subjectParts, timeOf } from "./parts";

/** Asks who came what she thought of it, by a link that takes one form without her name. */
export function feedbackRequest(message: MessageOf<"feedback-request">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { event, sender, closesOn } = message;
  const intro = m.mail_feedback_intro({ title: event.title }, to);
  return {
    subject: m.mail_feedback_subject(subjectParts(message, locale), to),
    preview: intro,
    heading: m.mail_feedback_heading({}, to),
    blocks: [
      { kind: "paragraph", text: intro },
      { kind: "facts", rows: [{ label: m.mail_time({}, to), value: timeOf(event, locale) }] },
      action(m.mail_feedback_action({}, to), link),
      { kind: "paragraph", text: m.mail_feedback_anonymous({ date: formatDate(closesOn, locale) }, to) },
    ],
    footer: [m.mail_sent_by({ sender }, to), m.mail_feedback_why({}, to), m.mail_feedback_nothing({}, to)],
  };
}
