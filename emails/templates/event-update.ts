import { formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Block, Content, Fact, MailLocale, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { about, action, answerInWords, facts, footer, subjectParts, timeOf } from "./parts";

type Update = MessageOf<"event-update">;

export const changeNames = {
  time: m.mail_change_time,
  place: m.mail_change_place,
  title: m.mail_change_title,
  text: m.mail_change_text,
  link: m.mail_change_link,
  programme: m.mail_change_programme,
} satisfies Record<Update["changes"][number], unknown>;

export function eventUpdate(message: Update, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { event, sender } = message;
  const changes = message.changes.map((change) => changeNames[change]({}, to)).join(", ");
  return {
    subject: m.mail_update_subject(subjectParts(message, locale), to),
    preview: timeOf(event, locale),
    heading: event.title,
    blocks: [
      {
        kind: "paragraph",
        text: [
          m.mail_update_intro({ sender, changes }, to),
          ...(message.changes.includes("programme") && link ? [m.mail_update_programme({}, to)] : []),
          m.mail_update_calendar({}, to),
        ].join(" "),
      },
      { kind: "facts", rows: changedFacts(message, locale) },
      ...answerBlocks(message, locale, link),
      ...about(event, locale),
    ],
    footer: footer(message, locale, true),
  };
}

/** The facts as they are now, each with what stood before where it changed. */
export function changedFacts(
  { event, before, changes, replyBy }: Pick<Update, "event" | "before" | "changes" | "replyBy">,
  locale: MailLocale,
): Fact[] {
  const to = { locale };
  const was = (value: string) => m.mail_before({ value }, to);
  const rows = facts(event, locale, replyBy);
  const [time] = rows;
  if (time && changes.includes("time") && before?.startsAt && before.endsAt)
    time.before = was(formatDateTimeRange(before.startsAt, before.endsAt, event.zone, locale));
  if (changes.includes("place")) {
    const none = m.mail_no_place({}, to);
    const place: Fact = { label: m.mail_place({}, to), value: event.place || none };
    if (before?.place !== undefined) place.before = was(before.place || none);
    rows.splice(1, event.place ? 1 : 0, place);
  }
  if (changes.includes("title") && before?.title)
    rows.unshift({ label: m.mail_title({}, to), value: event.title, before: was(before.title) });
  return rows;
}

/** What the recipient has answered, and whether that still holds (C10). */
function answerBlocks({ answer, calendar }: Update, locale: MailLocale, link: string | null): Block[] {
  const to = { locale };
  if (answer === "needs-action")
    return [{ kind: "paragraph", text: m.mail_not_answered({}, to) }, action(m.mail_answer_action({}, to), link)];
  const words = answerInWords(answer, locale);
  if (calendar.attendee.answer === "needs-action")
    return [
      { kind: "note", text: m.mail_answered_before({ answer: words }, to) },
      action(m.mail_answer_again_action({}, to), link),
    ];
  return [
    { kind: "paragraph", text: m.mail_answer_stands({ answer: words }, to) },
    action(m.mail_answer_change_action({}, to), link),
  ];
}
