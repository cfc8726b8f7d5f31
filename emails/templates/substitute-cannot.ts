import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action, facts, footer, subjectParts } from "./parts";

export function substituteCannot(message: MessageOf<"substitute-cannot">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { event, substitute, next } = message;
  const intro = next ? m.mail_cannot_next({ substitute, next }, to) : m.mail_cannot_nobody({ substitute }, to);
  return {
    subject: m.mail_cannot_subject({ ...subjectParts(message, locale), substitute }, to),
    preview: intro,
    heading: m.mail_cannot_heading({ substitute, title: event.title }, to),
    blocks: [
      { kind: "paragraph", text: intro },
      { kind: "facts", rows: facts(event, locale, null) },
      action(m.mail_cannot_action({}, to), link),
    ],
    footer: footer(message, locale, true),
  };
}
