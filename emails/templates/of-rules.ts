import { asSentence, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Block, Content, Fact, MailLocale, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action } from "./parts";

type OfRule = MessageOf<
  "issue-draft" | "issue-reminder" | "approval-request" | "event-draft" | "publication-reminder" | "due-list"
>;
type To = { locale: MailLocale };

/** What every message of a rule ends with: who sent it, and why one gets it. */
const footer = ({ regionName: region }: OfRule, to: To) => [
  m.mail_rule_sent_by({ region }, to),
  m.mail_rule_why({ region }, to),
];

const windowFact = ({ from, to: until }: { from: string; to: string }, { locale }: To): Fact => ({
  label: m.mail_rule_window({}, { locale }),
  value: from === until ? formatDate(from, locale) : `${formatDate(from, locale)} – ${formatDate(until, locale)}`,
});

/** A draft of an issue is made, or it is time to make one. */
export function issueDraft(message: MessageOf<"issue-draft">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { regionName: region, title, made, sendOn } = message;
  const intro = made ? m.mail_issue_draft_made({ title }, to) : m.mail_issue_draft_make({ title }, to);
  const rows = [windowFact(message, to)];
  if (sendOn) rows.push({ label: m.mail_rule_goes_out({}, to), value: formatDate(sendOn, locale) });
  return {
    subject: made
      ? m.mail_issue_draft_subject({ region, title }, to)
      : m.mail_issue_draft_make_subject({ region, title }, to),
    preview: intro,
    heading: made ? m.mail_issue_draft_heading({}, to) : m.mail_issue_draft_make_heading({}, to),
    blocks: [
      { kind: "paragraph", text: intro },
      { kind: "facts", rows },
      ...(made && sendOn ? [{ kind: "paragraph" as const, text: m.mail_issue_draft_approve({}, to) }] : []),
      action(made ? m.mail_issue_draft_action({}, to) : m.mail_rule_open({}, to), link),
    ],
    footer: footer(message, to),
  };
}

export function issueReminder(message: MessageOf<"issue-reminder">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { regionName: region, title, closesOn } = message;
  const intro = m.mail_issue_reminder_intro({ title, date: formatDate(closesOn, locale) }, to);
  return {
    subject: m.mail_issue_reminder_subject({ region, title }, to),
    preview: intro,
    heading: m.mail_issue_reminder_heading({}, to),
    blocks: [{ kind: "paragraph", text: intro }, action(m.mail_issue_draft_action({}, to), link)],
    footer: footer(message, to),
  };
}

export function approvalRequest(message: MessageOf<"approval-request">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { regionName: region, title, askedBy } = message;
  const intro = m.mail_approval_intro({ title, name: askedBy }, to);
  return {
    subject: m.mail_approval_subject({ region, title }, to),
    preview: intro,
    heading: m.mail_approval_heading({}, to),
    blocks: [{ kind: "paragraph", text: intro }, action(m.mail_approval_action({}, to), link)],
    footer: footer(message, to),
  };
}

/** A draft of an event is made, or it is time to make one. */
export function eventDraft(message: MessageOf<"event-draft">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { regionName: region, title, day, made, inviteOn, audience } = message;
  const intro = made ? m.mail_event_draft_made({ title }, to) : m.mail_event_draft_make({ title }, to);
  const rows: Fact[] = [
    { label: m.mail_event_draft_day({}, to), value: formatDate(day, locale) },
    { label: m.mail_event_draft_audience({}, to), value: audience ?? m.mail_event_draft_nobody({}, to) },
  ];
  if (inviteOn) rows.push({ label: m.mail_event_draft_invites({}, to), value: formatDate(inviteOn, locale) });
  return {
    subject: made
      ? m.mail_event_draft_subject({ region, title }, to)
      : m.mail_event_draft_make_subject({ region, title }, to),
    preview: intro,
    heading: made ? m.mail_event_draft_heading({}, to) : m.mail_event_draft_make_heading({}, to),
    blocks: [
      { kind: "paragraph", text: intro },
      { kind: "facts", rows },
      ...(made ? [{ kind: "paragraph" as const, text: m.mail_event_draft_approve({}, to) }] : []),
      action(made ? m.mail_event_draft_action({}, to) : m.mail_rule_open({}, to), link),
    ],
    footer: footer(message, to),
  };
}

export function publicationReminder(
  message: MessageOf<"publication-reminder">,
  { locale, link }: TemplateContext,
): Content {
  const to = { locale };
  const { regionName: region, title, closing } = message;
  const intro = closing ? m.mail_publication_closing({ title }, to) : m.mail_publication_begins({ title }, to);
  return {
    subject: closing
      ? m.mail_publication_closing_subject({ region, title }, to)
      : m.mail_publication_subject({ region, title }, to),
    preview: intro,
    heading: closing ? m.mail_publication_closing_heading({}, to) : m.mail_publication_heading({}, to),
    blocks: [
      { kind: "paragraph", text: intro },
      { kind: "facts", rows: [windowFact(message, to)] },
      { kind: "paragraph", text: m.mail_publication_log({}, to) },
      action(m.mail_rule_open({}, to), link),
    ],
    footer: footer(message, to),
  };
}

type DueItem = MessageOf<"due-list">["coming"][number];

const what: Record<DueItem["what"], (to: To) => string> = {
  "issue-draft": (to) => m.mail_due_issue_draft({}, to),
  "issue-reminder": (to) => m.mail_due_issue_reminder({}, to),
  issue: (to) => m.mail_due_issue({}, to),
  "event-draft": (to) => m.mail_due_event_draft({}, to),
  invitation: (to) => m.mail_due_invitation({}, to),
  "reminder-unanswered": (to) => m.mail_due_reminder({}, to),
  "reminder-coming": (to) => m.mail_due_reminder({}, to),
  "feedback-request": (to) => m.mail_due_feedback({}, to),
  "publication-reminder": (to) => m.mail_due_publication({}, to),
  "due-list": (to) => m.mail_due_list({}, to),
  "stale-activities": (to) => m.mail_due_stale_activities({}, to),
  "report-reminder": (to) => m.mail_due_report_reminder({}, to),
  window: (to) => m.mail_due_window({}, to),
};

/** The coordinator's week: what waits for somebody, and what the rules do and the plan says. */
export function dueList(message: MessageOf<"due-list">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const { regionName: region, from, waiting, coming } = message;
  const intro = m.mail_due_intro({ region, date: formatDate(from, locale) }, to);
  const list = (heading: string, items: readonly DueItem[]): Block[] => [
    { kind: "list", heading, items: items.map((item) => lineOf(item, to)) },
  ];
  return {
    subject: m.mail_due_subject({ region, date: formatDate(from, locale, "short") }, to),
    preview: intro,
    heading: m.mail_due_heading({}, to),
    blocks: [
      { kind: "paragraph", text: intro },
      ...(waiting.length > 0 ? list(m.mail_due_waiting({}, to), waiting) : []),
      ...(coming.length > 0 ? list(m.mail_due_coming({}, to), coming) : []),
      ...(waiting.length + coming.length === 0
        ? [{ kind: "paragraph" as const, text: m.mail_due_nothing({}, to) }]
        : []),
      action(m.mail_due_action({}, to), link),
    ],
    footer: [m.mail_rule_sent_by({ region }, to), m.mail_due_why({ region }, to)],
  };
}

function lineOf({ day, what: kind, title, recipients }: DueItem, to: To): string {
  const many = recipients > 0 ? `, ${m.mail_due_recipients({ n: recipients }, to)}` : "";
  return `${asSentence(formatDate(day, to.locale, "short"))}: ${title} (${what[kind](to)}${many})`;
}
