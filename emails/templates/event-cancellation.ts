import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action, facts, footer, subjectParts } from "./parts";

export function eventCancellation(
  message: MessageOf<"event-cancellation">,
  { locale, link }: TemplateContext,
): Content {
  const to = { locale };
  const { event, sender } = message;
  const { title } = event;
  const subject = subjectParts(message, locale);
  const words =
    message.scope === "event"
      ? {
          subject: m.mail_cancel_subject(subject, to),
          heading: m.mail_cancel_heading({ title }, to),
          intro: m.mail_cancel_intro({ sender }, to),
        }
      : {
          subject: m.mail_withdraw_subject(subject, to),
          heading: m.mail_withdraw_heading({ title }, to),
          intro: m.mail_withdraw_intro({ sender }, to),
        };
  return {
    subject: words.subject,
    preview: words.intro,
    heading: words.heading,
    blocks: [
      { kind: "paragraph", text: words.intro },
      { kind: "facts", rows: facts(event, locale, null) },
      ...(link ? [action(m.mail_see_event_action({}, to), link)] : []),
    ],
    footer: footer(message, locale, link !== null),
  };
}
