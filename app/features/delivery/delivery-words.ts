import { m } from "~/i18n/messages/messages";

const kinds: Record<string, () => string> = {
  "sign-in": () => m.delivery_kind_sign_in(),
  "role-invitation": () => m.delivery_kind_role_invitation(),
  "event-invitation": () => m.delivery_kind_event_invitation(),
  "event-update": () => m.delivery_kind_event_update(),
  "event-cancellation": () => m.delivery_kind_event_cancellation(),
  "event-answered-for": () => m.delivery_kind_event_answered_for(),
  "event-passed-on": () => m.delivery_kind_event_passed_on(),
  "event-reminder": () => m.delivery_kind_event_reminder(),
  "event-substituted": () => m.delivery_kind_event_substituted(),
  "event-substitution-ended": () => m.delivery_kind_event_substitution_ended(),
  "substitute-cannot": () => m.delivery_kind_substitute_cannot(),
  "member-cases": () => m.delivery_kind_member_cases(),
  "report-rows": () => m.delivery_kind_report_rows(),
  "handover-request": () => m.delivery_kind_handover_request(),
  "handover-welcome": () => m.delivery_kind_handover_welcome(),
  "minutes-remarks": () => m.delivery_kind_minutes_remarks(),
  "feedback-request": () => m.delivery_kind_feedback_request(),
  "answer-confirmation": () => m.delivery_kind_answer_confirmation(),
  "registration-confirmed": () => m.delivery_kind_registration_confirmed(),
  "registration-waiting": () => m.delivery_kind_registration_waiting(),
  "registration-pending": () => m.delivery_kind_registration_pending(),
  "registration-offered": () => m.delivery_kind_registration_offered(),
  "registration-refused": () => m.delivery_kind_registration_refused(),
  "registration-cancelled": () => m.delivery_kind_registration_cancelled(),
  "registration-update": () => m.delivery_kind_registration_update(),
  "registration-join": () => m.delivery_kind_registration_join(),
  "issue-draft": () => m.delivery_kind_issue_draft(),
  "issue-reminder": () => m.delivery_kind_issue_reminder(),
  "approval-request": () => m.delivery_kind_approval_request(),
  "event-draft": () => m.delivery_kind_event_draft(),
  "publication-reminder": () => m.delivery_kind_publication_reminder(),
  "due-list": () => m.delivery_kind_due_list(),
  "stale-activities": () => m.delivery_kind_stale_activities(),
  newsletter: () => m.delivery_kind_newsletter(),
  "subscription-confirmation": () => m.delivery_kind_subscription_confirmation(),
};

/** What a message is, in words. */
export function kindWords(kind: string): string {
  return kinds[kind]?.() ?? kind;
}

const reasons: Record<string, () => string> = {
  recipient: () => m.delivery_reason_recipient(),
  message: () => m.delivery_reason_message(),
  transport: () => m.delivery_reason_transport(),
  network: () => m.delivery_reason_network(),
  held: () => m.delivery_reason_held(),
  cap: () => m.delivery_reason_cap(),
  left: () => m.delivery_reason_left(),
  unknown: () => m.delivery_reason_unknown(),
};

/** Why a message did not leave, in words, with the server's own code. */
export function reasonWords(lastError: string): string {
  const [reason = "", code = ""] = lastError.split(": ");
  return `${reasons[reason]?.() ?? reason}${code && !["held", "cap", "left"].includes(reason) ? ` (${code})` : ""}`;
}

export type ShownState = "queued" | "held" | "retry" | "sending" | "sent" | "failed" | "dropped";

/** How a message stands, as a person would say it: one that waits for a region on hold, or for another try, says so. */
export function shownState(
  delivery: { state: ShownState; lastError: string | null; kind: string },
  onHold: boolean,
): ShownState {
  if (delivery.state !== "queued") return delivery.state;
  if (onHold && /^(event|handover|substitute|feedback|newsletter|issue)/.test(delivery.kind)) return "held";
  return delivery.lastError && !delivery.lastError.startsWith("cap: ") ? "retry" : "queued";
}

export function stateWords(state: ShownState): string {
  return {
    queued: () => m.delivery_state_queued(),
    held: () => m.delivery_state_held(),
    retry: () => m.delivery_state_retry(),
    sending: () => m.delivery_state_sending(),
    sent: () => m.delivery_state_sent(),
    failed: () => m.delivery_state_failed(),
    dropped: () => m.delivery_state_dropped(),
  }[state]();
}

/** The glyph that stands before the words. */
export const stateGlyphs = {
  queued: "planned",
  held: "needs-person",
  retry: "in-progress",
  sending: "in-progress",
  sent: "done",
  failed: "failed",
  dropped: "not-started",
} as const;
