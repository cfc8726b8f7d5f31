import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action } from "./parts";

/** Asks whether it was the address's own that asked for a newsletter; until she says so nothing else is sent. */
export function subscriptionConfirmation(
  message: MessageOf<"subscription-confirmation">,
  { locale, link }: TemplateContext,
): Content {
  const to = { locale };
  const { regionName, sender, newsletters, validUntil, zone } = message;
  const intro = m.mail_subscription_intro({ region: regionName }, to);
  return {
    subject: m.mail_subscription_subject({ region: regionName, n: newsletters.length }, to),
    preview: intro,
    heading: m.mail_subscription_heading({ n: newsletters.length }, to),
    blocks: [
      { kind: "paragraph", text: intro },
      { kind: "facts", rows: [{ label: m.mail_subscription_which({}, to), value: newsletters.join(", ") }] },
      action(m.mail_subscription_action({}, to), link),
      {
        kind: "paragraph",
        text: m.mail_subscription_validity({ until: formatInstant(validUntil, zone, locale) }, to),
      },
    ],
    footer: [m.mail_sent_by({ sender }, to), m.mail_subscription_why({}, to), m.mail_subscription_nothing({}, to)],
  };
}
