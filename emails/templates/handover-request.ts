import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action } from "./parts";

/** Asks a contact person to name who takes over, by a link that works once. */
export function handoverRequest(message: MessageOf<"handover-request">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { regionName: region, sender, municipality } = message;
  const until = formatInstant(message.validUntil, message.zone, locale);
  return {
    subject: m.mail_handover_subject({ region, municipality }, to),
    preview: m.mail_handover_validity({ until }, to),
    heading: m.mail_handover_heading({ municipality }, to),
    blocks: [
      { kind: "paragraph", text: m.mail_handover_intro({ sender, municipality }, to) },
      action(m.mail_handover_action({}, to), link),
      { kind: "paragraph", text: m.mail_handover_validity({ until }, to) },
    ],
    footer: [
      m.mail_sent_by({ sender }, to),
      m.mail_why_contact_person({ municipality }, to),
      m.mail_handover_nothing({}, to),
    ],
  };
}
