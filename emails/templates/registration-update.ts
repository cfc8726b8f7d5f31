import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { changedFacts, changeNames } from "./event-update";
import { about, action, subjectParts, timeOf } from "./parts";
import { registrationFooter } from "./registration-state";

/** A change of the event to somebody who has a place: it stands, and may be given up. */
export function registrationUpdate(
  message: MessageOf<"registration-update">,
  { locale, link }: TemplateContext,
): Content {
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
        text: `${m.mail_update_intro({ sender, changes }, to)} ${m.mail_update_calendar({}, to)}`,
      },
      { kind: "facts", rows: changedFacts({ ...message, replyBy: null }, locale) },
      { kind: "paragraph", text: m.mail_registration_stands({}, to) },
      action(m.mail_registration_change({}, to), link),
      ...about(event, locale),
    ],
    footer: registrationFooter(message, locale),
  };
}
