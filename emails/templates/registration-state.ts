import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Block, Content, MailLocale, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { about, action, facts, type RegistrationMessage, subjectParts } from "./parts";

type State = Exclude<RegistrationMessage, MessageOf<"registration-update" | "registration-join">>;
type Words = { subject: string; heading: string; intro: string; action: string };

/** Where somebody who has signed up stands: has a place, waits, is offered one, is not let in, is out. */
export function registrationState(message: State, { locale, link }: TemplateContext): Content {
  const words = wordsOf(message, locale);
  const out = message.kind === "registration-refused" || message.kind === "registration-cancelled";
  return {
    subject: words.subject,
    preview: words.intro,
    heading: words.heading,
    blocks: [
      { kind: "paragraph", text: words.intro },
      { kind: "facts", rows: registrationFacts(message, locale) },
      ...joinBlocks(message, locale),
      action(words.action, link),
      ...(out ? [] : about(message.event, locale)),
    ],
    footer: registrationFooter(message, locale),
  };
}

function wordsOf(message: State, locale: MailLocale): Words {
  const to = { locale };
  const { event, sender } = message;
  const subject = subjectParts(message, locale);
  const { title } = event;
  const see = m.mail_registration_see({}, to);
  switch (message.kind) {
    case "registration-confirmed":
      return {
        subject: m.mail_registration_confirmed_subject(subject, to),
        heading: m.mail_registration_confirmed_heading({ title }, to),
        intro: m.mail_registration_confirmed_intro({}, to),
        action: m.mail_registration_change({}, to),
      };
    case "registration-waiting":
      return {
        subject: m.mail_registration_waiting_subject(subject, to),
        heading: m.mail_registration_waiting_heading({ title }, to),
        intro: m.mail_registration_waiting_intro({ n: message.position }, to),
        action: m.mail_registration_change({}, to),
      };
    case "registration-pending":
      return {
        subject: m.mail_registration_pending_subject(subject, to),
        heading: m.mail_registration_pending_heading({ title }, to),
        intro: m.mail_registration_pending_intro({ sender }, to),
        action: m.mail_registration_change({}, to),
      };
    case "registration-offered": {
      const until = formatInstant(message.until, event.zone, locale);
      return {
        subject: m.mail_registration_offered_subject(subject, to),
        heading: m.mail_registration_offered_heading({ title }, to),
        intro: m.mail_registration_offered_intro({ until }, to),
        action: m.mail_registration_offered_action({}, to),
      };
    }
    case "registration-refused":
      return {
        subject: m.mail_registration_refused_subject(subject, to),
        heading: m.mail_registration_refused_heading({ title }, to),
        intro: m.mail_registration_refused_intro({ sender }, to),
        action: see,
      };
    case "registration-cancelled": {
      if (message.by === "event")
        return {
          subject: m.mail_cancel_subject(subject, to),
          heading: m.mail_cancel_heading({ title }, to),
          intro: m.mail_registration_event_cancelled({ sender }, to),
          action: see,
        };
      const own = message.by === "self";
      return {
        subject: m.mail_registration_cancelled_subject(subject, to),
        heading: m.mail_registration_cancelled_heading({ title }, to),
        intro: own ? m.mail_registration_cancelled_self({}, to) : m.mail_registration_cancelled_by({ sender }, to),
        action: see,
      };
    }
  }
}

/** When, where, and which way, where there are two. */
export function registrationFacts({ event, way, choice }: RegistrationMessage, locale: MailLocale) {
  const to = { locale };
  const rows = facts(event, locale, null);
  const words = way === "room" ? m.mail_registration_room({}, to) : m.mail_registration_online({}, to);
  return choice ? [...rows, { label: m.mail_registration_way({}, to), value: words }] : rows;
}

/** Where one joins: the link once it is given, else when it comes. */
function joinBlocks(message: State, locale: MailLocale): Block[] {
  if (message.kind !== "registration-confirmed" || message.way !== "online") return [];
  const to = { locale };
  if (message.joinLink) return [action(m.mail_registration_join({}, to), message.joinLink)];
  return [{ kind: "paragraph", text: m.mail_registration_join_later({}, to) }];
}

/** Who sent it, why one gets it, and that opening the link registers nothing (L1). */
export function registrationFooter({ sender }: RegistrationMessage, locale: MailLocale): string[] {
  const to = { locale };
  return [m.mail_sent_by({ sender }, to), m.mail_why_registered({}, to), m.mail_nothing_registered({}, to)];
}
