import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action } from "./parts";

/** Sends a member the minutes of a meeting, by a link that takes her remarks until a day. */
export function minutesRemarks(message: MessageOf<"minutes-remarks">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { body, regionName: region, day, remarksBy } = message;
  const date = formatDate(day, locale);
  const intro = m.mail_minutes_intro({ body, date }, to);
  return {
    subject: m.mail_minutes_subject({ region, body, date }, to),
    preview: intro,
    heading: m.mail_minutes_heading({}, to),
    blocks: [
      { kind: "paragraph", text: intro },
      { kind: "paragraph", text: m.mail_minutes_until({ date: formatDate(remarksBy, locale) }, to) },
      action(m.mail_minutes_action({}, to), link),
    ],
    footer: [m.mail_rule_sent_by({ region }, to), m.mail_minutes_why({ body }, to)],
  };
}
