import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action, facts, footer, subjectParts } from "./parts";

export function eventSubstituted(message: MessageOf<"event-substituted">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { event, substitute, calledUp } = message;
  const intro = calledUp ? m.mail_called_up_intro({ substitute }, to) : m.mail_substituted_intro({ substitute }, to);
  return {
    subject: m.mail_substituted_subject({ ...subjectParts(message, locale), substitute }, to),
    preview: intro,
    heading: m.mail_substituted_heading({ substitute, title: event.title }, to),
    blocks: [
      { kind: "paragraph", text: intro },
      { kind: "facts", rows: facts(event, locale, null) },
      { kind: "paragraph", text: m.mail_substituted_back({}, to) },
      action(m.mail_substituted_action({}, to), link),
    ],
    footer: footer(message, locale, true),
  };
}
