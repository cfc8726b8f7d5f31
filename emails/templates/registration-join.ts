import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action, subjectParts } from "./parts";
import { registrationFacts, registrationFooter } from "./registration-state";

/** Shortly before: that it begins, and where one joins. */
export function registrationJoin(message: MessageOf<"registration-join">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { title } = message.event;
  const intro = message.joinLink ? m.mail_registration_join_intro({}, to) : m.mail_registration_soon_intro({}, to);
  return {
    subject: m.mail_registration_join_subject(subjectParts(message, locale), to),
    preview: intro,
    heading: m.mail_registration_join_heading({ title }, to),
    blocks: [
      { kind: "paragraph", text: intro },
      { kind: "facts", rows: registrationFacts(message, locale) },
      ...(message.joinLink ? [action(m.mail_registration_join({}, to), message.joinLink)] : []),
      { kind: "paragraph", text: m.mail_registration_cannot({}, to) },
      action(m.mail_registration_change({}, to), link),
    ],
    footer: registrationFooter(message, locale),
  };
}
