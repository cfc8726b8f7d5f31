import type { PlannedKind, WaitsFor } from "~/domain/automation/planned";
import type { Trust } from "~/domain/automation/rules";
import { m } from "~/i18n/messages/messages";
import type { IconName } from "~/ui/icon";
import type { State } from "~/ui/state";

/** Each thing a rule does, in words, and how it looks. */
const looks: Record<PlannedKind, { words: () => string; icon: IconName }> = {
  "issue-draft": { words: () => m.automation_kind_issue_draft(), icon: "pencil" },
  "issue-reminder": { words: () => m.automation_kind_issue_reminder(), icon: "bell" },
  issue: { words: () => m.automation_kind_issue(), icon: "newsletter" },
  "event-draft": { words: () => m.automation_kind_event_draft(), icon: "pencil" },
  invitation: { words: () => m.automation_kind_invitation(), icon: "send" },
  "reminder-unanswered": { words: () => m.automation_kind_reminder_unanswered(), icon: "bell" },
  "reminder-coming": { words: () => m.automation_kind_reminder_coming(), icon: "bell" },
  "feedback-request": { words: () => m.automation_kind_feedback_request(), icon: "question" },
  "publication-reminder": { words: () => m.automation_kind_publication_reminder(), icon: "megaphone" },
  "due-list": { words: () => m.automation_kind_due_list(), icon: "tasklist" },
  "stale-activities": { words: () => m.automation_kind_activities(), icon: "tasklist" },
  "report-reminder": { words: () => m.automation_kind_reports(), icon: "bell" },
};

export const plannedKinds = Object.keys(looks) as PlannedKind[];

export const plannedKindWords = (kind: PlannedKind) => looks[kind].words();
export const plannedKindIcon = (kind: PlannedKind) => looks[kind].icon;

/** What must happen first, in words and with the glyph of its state. */
export function waitsLook(waitsFor: WaitsFor): { state: State; words: string } {
  if (waitsFor === "approval") return { state: "needs-person", words: m.automation_waits_approval() };
  if (waitsFor === "person") return { state: "needs-person", words: m.automation_waits_person() };
  return { state: "planned", words: m.automation_waits_nobody() };
}

const levels: Record<Trust, { words: () => string; hint: () => string }> = {
  suggest: { words: () => m.automation_trust_suggest(), hint: () => m.automation_trust_suggest_hint() },
  draft: { words: () => m.automation_trust_draft(), hint: () => m.automation_trust_draft_hint() },
  approve: { words: () => m.automation_trust_approve(), hint: () => m.automation_trust_approve_hint() },
  send: { words: () => m.automation_trust_send(), hint: () => m.automation_trust_send_hint() },
};

export const trustWords = (trust: Trust) => levels[trust].words();
export const trustHint = (trust: Trust) => levels[trust].hint();
