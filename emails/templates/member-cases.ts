import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action } from "./parts";

/** Asks a member of a governing body to answer the cases of an electronic meeting, by a link of her own. */
export function memberCases(message: MessageOf<"member-cases">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { regionName: region, body, sender, count, reminder } = message;
  const until = formatInstant(message.answerBy, message.zone, locale);
  return {
    subject: reminder
      ? m.mail_cases_reminder_subject({ region, body, until }, to)
      : m.mail_cases_subject({ region, body, until }, to),
    preview: m.mail_cases_intro({ n: count, sender, until }, to),
    heading: m.mail_cases_heading({ body }, to),
    blocks: [
      { kind: "paragraph", text: m.mail_cases_intro({ n: count, sender, until }, to) },
      action(m.mail_cases_action({}, to), link),
    ],
    footer: [m.mail_sent_by({ sender }, to), m.mail_why_body_member({ body }, to), m.mail_cases_nothing({}, to)],
  };
}
