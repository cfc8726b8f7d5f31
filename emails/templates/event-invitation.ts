import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { about, action, facts, footer, subjectParts, timeOf } from "./parts";

export function eventInvitation(message: MessageOf<"event-invitation">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { event, sender, municipality } = message;
  return {
    subject: m.mail_invitation_subject(subjectParts(message, locale), to),
    preview: timeOf(event, locale),
    heading: event.title,
    blocks: [
      {
        kind: "paragraph",
        text: municipality
          ? m.mail_invitation_municipality({ sender, municipality }, to)
          : m.mail_invitation_you({ sender }, to),
      },
      { kind: "facts", rows: facts(event, locale, message.replyBy) },
      action(m.mail_answer_action({}, to), link),
      ...about(event, locale),
    ],
    footer: footer(message, locale, true),
  };
}
