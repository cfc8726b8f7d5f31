import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action } from "./parts";

/** Asks somebody to fill in the rows of a report she answers for, by a link of her own; and reminds her of them. */
export function reportRows(message: MessageOf<"report-rows">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { regionName: region, round, sender, count, rows, rowsBy, reminder } = message;
  const day = rowsBy === null ? "" : formatDate(rowsBy, locale);
  const subjects = {
    none: () => m.mail_report_subject({ region, round }, to),
    before: () => m.mail_report_before_subject({ region, round, day }, to),
    "on-day": () => m.mail_report_on_day_subject({ region, round }, to),
  };
  const intro = m.mail_report_intro({ n: count, sender, round }, to);
  const rest = count - rows.length;
  return {
    subject: subjects[reminder](),
    preview: intro,
    heading: m.mail_report_heading({ round }, to),
    blocks: [
      { kind: "paragraph", text: intro },
      ...(day ? [{ kind: "paragraph" as const, text: m.mail_report_by({ day }, to) }] : []),
      { kind: "list", heading: m.mail_report_list({}, to), items: rows },
      ...(rest > 0 ? [{ kind: "paragraph" as const, text: m.mail_report_rest({ n: rest }, to) }] : []),
      action(m.mail_report_action({}, to), link),
    ],
    footer: [m.mail_sent_by({ sender }, to), m.mail_report_why({ region }, to), m.mail_cases_nothing({}, to)],
  };
}
