import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { facts, subjectParts } from "./parts";

export function eventSubstitutionEnded(
  message: MessageOf<"event-substitution-ended">,
  { locale }: TemplateContext,
): Content {
  const to = { locale };
  const { event, sender, first } = message;
  const intro = {
    comes: () => m.mail_ended_comes({ first }, to),
    other: () => m.mail_ended_other({ first }, to),
    withdrawn: () => m.mail_ended_withdrawn({ first }, to),
  }[message.why]();
  return {
    subject: m.mail_ended_subject(subjectParts(message, locale), to),
    preview: intro,
    heading: m.mail_ended_heading({ title: event.title }, to),
    blocks: [
      { kind: "paragraph", text: intro },
      { kind: "facts", rows: facts(event, locale, null) },
    ],
    footer: [m.mail_sent_by({ sender }, to), m.mail_why_was_substitute({ first }, to)],
  };
}
