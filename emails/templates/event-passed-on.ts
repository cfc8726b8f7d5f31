import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { facts, subjectParts } from "./parts";

export function eventPassedOn(message: MessageOf<"event-passed-on">, { locale }: TemplateContext): Content {
  const to = { locale };
  const { event, sender, municipality, successor } = message;
  const intro = municipality
    ? m.mail_passed_intro({ successor, municipality }, to)
    : m.mail_passed_intro_person({ successor }, to);
  return {
    subject: m.mail_passed_subject(subjectParts(message, locale), to),
    preview: intro,
    heading: m.mail_passed_heading({ title: event.title }, to),
    blocks: [
      { kind: "paragraph", text: intro },
      { kind: "facts", rows: facts(event, locale, null) },
    ],
    footer: [
      m.mail_sent_by({ sender }, to),
      municipality ? m.mail_why_was_contact_person({ municipality }, to) : m.mail_why_was_invited({}, to),
    ],
  };
}
