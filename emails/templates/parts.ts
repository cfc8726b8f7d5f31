import { instantToLocal } from "~/domain/shared/local-time";
import { formatDate, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Block, Fact, MailLocale } from "../content";
import type { MessageKind, MessageOf } from "../message";

type EventMessage = MessageOf<
  | "event-invitation"
  | "event-update"
  | "event-cancellation"
  | "event-passed-on"
  | "event-reminder"
  | "event-substituted"
  | "event-substitution-ended"
  | "substitute-cannot"
  | "event-answered-for"
  | "answer-confirmation"
>;
/** A message to somebody who has signed up. */
export type RegistrationMessage = MessageOf<Extract<MessageKind, `registration-${string}`>>;
type MailEvent = EventMessage["event"];
type Answer = MessageOf<"answer-confirmation">["answer"];

/** The one button of a mail; without a link the message could not be acted on. */
export function action(label: string, link: string | null): Block {
  if (!link) throw new Error("the message needs the recipient's link");
  return { kind: "action", label, href: link };
}

/** Region, title and short date: what a subject about an event says. */
export function subjectParts(
  { regionName, event }: { regionName: string; event: Pick<MailEvent, "title" | "startsAt" | "zone"> },
  locale: MailLocale,
) {
  const { date } = instantToLocal(event.startsAt, event.zone);
  return { region: regionName, title: event.title, date: formatDate(date, locale, "short") };
}

export function timeOf(
  { startsAt, endsAt, zone }: Omit<MailEvent, "description" | "link">,
  locale: MailLocale,
): string {
  return formatDateTimeRange(startsAt, endsAt, zone, locale);
}

/** Time, place and the date to answer by. */
export function facts(event: MailEvent, locale: MailLocale, replyBy: string | null): Fact[] {
  const to = { locale };
  const rows: Fact[] = [{ label: m.mail_time({}, to), value: timeOf(event, locale) }];
  if (event.place) rows.push({ label: m.mail_place({}, to), value: event.place });
  if (replyBy) rows.push({ label: m.mail_reply_by({}, to), value: formatDate(replyBy, locale) });
  return rows;
}

/** What the event is about; nothing when there are neither words nor a page. */
export function about({ description, link }: MailEvent, locale: MailLocale): Block[] {
  if (!description.trim() && !link) return [];
  return [{ kind: "section", heading: m.mail_more({}, { locale }), text: description.trim(), link }];
}

export function answerInWords(answer: Answer, locale: MailLocale): string {
  const to = { locale };
  if (answer === "accepted") return m.mail_answer_accepted({}, to);
  return answer === "declined" ? m.mail_answer_declined({}, to) : m.mail_answer_tentative({}, to);
}

/** Who sent it, why one gets it, and that opening the link registers nothing (L1). */
export function footer(message: EventMessage, locale: MailLocale, hasLink: boolean): string[] {
  const { kind, sender, municipality, meetsFor } = message;
  const to = { locale };
  const invited = kind === "event-cancellation" ? m.mail_why_was_invited({}, to) : m.mail_why_invited({}, to);
  return [
    m.mail_sent_by({ sender }, to),
    meetsFor
      ? m.mail_why_substitute({ first: meetsFor }, to)
      : municipality
        ? m.mail_why_contact_person({ municipality }, to)
        : invited,
    ...(hasLink ? [m.mail_nothing_registered({}, to)] : []),
  ];
}
