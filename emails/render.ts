import { render as renderHtml } from "@react-email/render";
import { createElement } from "react";
import { type CalendarEntry, composeCalendar } from "~/domain/events/calendar";
import type { Content, TemplateContext } from "./content";
import { Layout } from "./layout";
import type { Message } from "./message";
import { answerConfirmation } from "./templates/answer-confirmation";
import { eventAnsweredFor } from "./templates/event-answered-for";
import { eventCancellation } from "./templates/event-cancellation";
import { eventInvitation } from "./templates/event-invitation";
import { eventPassedOn } from "./templates/event-passed-on";
import { eventReminder } from "./templates/event-reminder";
import { eventSubstituted } from "./templates/event-substituted";
import { eventSubstitutionEnded } from "./templates/event-substitution-ended";
import { eventUpdate } from "./templates/event-update";
import { feedbackRequest } from "./templates/feedback-request";
import { handoverRequest } from "./templates/handover-request";
import { handoverWelcome } from "./templates/handover-welcome";
import { memberCases } from "./templates/member-cases";
import { minutesRemarks } from "./templates/minutes-remarks";
import {
  approvalRequest,
  dueList,
  eventDraft,
  issueDraft,
  issueReminder,
  publicationReminder,
} from "./templates/of-rules";
import { registrationJoin } from "./templates/registration-join";
import { registrationState } from "./templates/registration-state";
import { registrationUpdate } from "./templates/registration-update";
import { reportRows } from "./templates/report-rows";
import { roleInvitation } from "./templates/role-invitation";
import { signIn } from "./templates/sign-in";
import { staleActivities } from "./templates/stale-activities";
import { subscriptionConfirmation } from "./templates/subscription-confirmation";
import { substituteCannot } from "./templates/substitute-cannot";
import { writeText } from "./text";

export type RenderedMail = {
  subject: string;
  html: string;
  text: string;
  calendar: { method: CalendarEntry["method"]; content: string } | null;
};

/**
 * A message in the recipient's written standard (M7): subject, HTML, text and, for events, the calendar part.
 *
 * @param options.link the recipient's personal address; null when the mail asks for nothing
 * @param options.links the personal addresses of what a welcome lists, in its order
 * @throws Error when a calendar entry holds the personal link or its token (C8), or a message that asks for an
 *   answer, a sign-in or a role has no link
 */
export async function render(message: Message, { locale, link, links = [] }: TemplateContext): Promise<RenderedMail> {
  const content = write(message, { locale, link, links });
  const html = await renderHtml(createElement(Layout, { content, locale }));
  const entry = "calendar" in message ? message.calendar : null;
  if (entry && link) refuseToken(entry, link);
  return {
    subject: content.subject.replace(/\s+/g, " ").trim(),
    html,
    text: writeText(content),
    calendar: entry ? { method: entry.method, content: composeCalendar(entry) } : null,
  };
}

function write(message: Message, context: TemplateContext): Content {
  switch (message.kind) {
    case "sign-in":
      return signIn(message, context);
    case "role-invitation":
      return roleInvitation(message, context);
    case "event-invitation":
      return eventInvitation(message, context);
    case "event-update":
      return eventUpdate(message, context);
    case "event-cancellation":
      return eventCancellation(message, context);
    case "event-answered-for":
      return eventAnsweredFor(message, context);
    case "event-passed-on":
      return eventPassedOn(message, context);
    case "event-reminder":
      return eventReminder(message, context);
    case "event-substituted":
      return eventSubstituted(message, context);
    case "event-substitution-ended":
      return eventSubstitutionEnded(message, context);
    case "substitute-cannot":
      return substituteCannot(message, context);
    case "member-cases":
      return memberCases(message, context);
    case "report-rows":
      return reportRows(message, context);
    case "handover-request":
      return handoverRequest(message, context);
    case "handover-welcome":
      return handoverWelcome(message, context);
    case "minutes-remarks":
      return minutesRemarks(message, context);
    case "feedback-request":
      return feedbackRequest(message, context);
    case "subscription-confirmation":
      return subscriptionConfirmation(message, context);
    case "answer-confirmation":
      return answerConfirmation(message, context);
    case "registration-confirmed":
    case "registration-waiting":
    case "registration-pending":
    case "registration-offered":
    case "registration-refused":
    case "registration-cancelled":
      return registrationState(message, context);
    case "registration-update":
      return registrationUpdate(message, context);
    case "issue-draft":
      return issueDraft(message, context);
    case "issue-reminder":
      return issueReminder(message, context);
    case "approval-request":
      return approvalRequest(message, context);
    case "event-draft":
      return eventDraft(message, context);
    case "publication-reminder":
      return publicationReminder(message, context);
    case "due-list":
      return dueList(message, context);
    case "stale-activities":
      return staleActivities(message, context);
    case "registration-join":
      return registrationJoin(message, context);
    case "newsletter":
      throw new Error("a newsletter is filled into its template, not rendered");
  }
}

/** Calendar entries are forwarded and shared: neither the link nor its token may stand in one (C8). */
export function refuseToken(entry: CalendarEntry, link: string): void {
  const token = link.split(/[/?#=&]/).findLast((part) => part.length >= 16);
  const fields = JSON.stringify(entry);
  if (fields.includes(link) || (token && fields.includes(token)))
    throw new Error("the calendar entry holds the recipient's personal link");
}
