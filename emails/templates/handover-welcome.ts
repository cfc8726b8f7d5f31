import { asSentence, formatDate, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Block, Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action } from "./parts";

/** To a new contact person: what the role is, and what is open, each with a link of her own. */
export function handoverWelcome(
  message: MessageOf<"handover-welcome">,
  { locale, link, links = [] }: TemplateContext,
): Content {
  const to = { locale };
  const { regionName: region, sender, municipality, events } = message;
  const intro = m.mail_welcome_intro({ municipality, region }, to);
  const open: Block[] = events.map((event, index) => ({
    kind: "section",
    heading: event.title,
    text: [
      asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, locale)),
      event.place,
      event.replyBy && m.mail_welcome_reply_by({ date: formatDate(event.replyBy, locale) }, to),
    ]
      .filter(Boolean)
      .join("\n"),
    link: links[index] ?? null,
    linkLabel: m.mail_welcome_answer({}, to),
  }));
  return {
    subject: m.mail_welcome_subject({ region, municipality }, to),
    preview: intro,
    heading: m.mail_welcome_heading({ municipality }, to),
    blocks: [
      { kind: "paragraph", text: intro },
      {
        kind: "paragraph",
        text: events.length > 0 ? m.mail_welcome_open({ n: events.length }, to) : m.mail_welcome_none({}, to),
      },
      ...open,
      { kind: "paragraph", text: m.mail_welcome_pass_on({}, to) },
      action(m.mail_welcome_action({ municipality }, to), link),
    ],
    footer: [
      m.mail_sent_by({ sender }, to),
      m.mail_why_contact_person({ municipality }, to),
      m.mail_welcome_nothing({}, to),
    ],
  };
}
