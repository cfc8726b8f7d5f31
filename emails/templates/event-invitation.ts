import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { about, action, facts, footer, subjectParts, timeOf } from "./parts";

export function eventInvitation(message: MessageOf<"event-invitation">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { event, sender, municipality, meetsFor, note, insteadOf } = message;
  const invited = meetsFor
    ? municipality
      ? m.mail_invitation_for_municipality({ sender, first: meetsFor, municipality }, to)
      : m.mail_invitation_for({ sender, first: meetsFor }, to)
    : municipality
      ? m.mail_invitation_municipality({ sender, municipality }, to)
      : m.mail_invitation_you({ sender }, to);
  const subject = subjectParts(message, locale);
  return {
    subject: meetsFor
      ? m.mail_invitation_for_subject({ ...subject, first: meetsFor }, to)
      : m.mail_invitation_subject(subject, to),
    preview: timeOf(event, locale),
    heading: event.title,
    blocks: [
      { kind: "paragraph", text: insteadOf ? m.mail_invitation_back({ substitute: insteadOf }, to) : invited },
      ...(meetsFor && note
        ? [{ kind: "note" as const, text: m.mail_invitation_note({ first: meetsFor, note }, to) }]
        : []),
      { kind: "facts", rows: facts(event, locale, message.replyBy) },
      action(m.mail_answer_action({}, to), link),
      ...about(event, locale),
    ],
    footer: footer(message, locale, true),
  };
}
