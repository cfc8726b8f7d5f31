import { m } from "~/i18n/messages/messages";
import type { Block, Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { about, action, answerInWords, facts, footer, subjectParts, timeOf } from "./parts";

type Reminder = MessageOf<"event-reminder">;

/** A reminder has no calendar part: the entry is there already, and stays as it is. */
export function eventReminder(message: Reminder, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { event, municipality } = message;
  const asks = message.about === "unanswered";
  const words = { title: event.title, when: timeOf(event, locale) };
  const said = message.answer === "needs-action" ? null : answerInWords(message.answer, locale);
  const blocks: Block[] = asks
    ? [
        said
          ? { kind: "note", text: m.mail_answered_before({ answer: said }, to) }
          : {
              kind: "paragraph",
              text: municipality
                ? m.mail_reminder_unanswered_municipality({ municipality }, to)
                : m.mail_reminder_unanswered({}, to),
            },
      ]
    : [{ kind: "paragraph", text: m.mail_reminder_coming({ answer: said ?? "" }, to) }];
  return {
    subject: asks
      ? m.mail_reminder_subject_unanswered(subjectParts(message, locale), to)
      : m.mail_reminder_subject_coming(subjectParts(message, locale), to),
    preview: words.when,
    heading: event.title,
    blocks: [
      ...blocks,
      { kind: "facts", rows: facts(event, locale, asks ? message.replyBy : null) },
      action(
        !asks
          ? m.mail_answer_change_action({}, to)
          : said
            ? m.mail_answer_again_action({}, to)
            : m.mail_answer_action({}, to),
        link,
      ),
      ...joining(message, locale),
      ...about(event, locale),
    ],
    footer: footer(message, locale, true),
  };
}

function joining({ joinLink }: Reminder, locale: TemplateContext["locale"]): Block[] {
  if (!joinLink) return [];
  return [
    {
      kind: "section",
      heading: m.mail_reminder_join({}, { locale }),
      text: m.mail_reminder_join_own({}, { locale }),
      link: joinLink,
    },
  ];
}
