import type { IssueState } from "~/domain/newsletters/issue-step";
import { m } from "~/i18n/messages/messages";
import type { State } from "~/ui/state";

/** How far an issue has come, in words. */
export const stateNames: Record<IssueState, () => string> = {
  draft: () => m.newsletters_step_draft(),
  approval: () => m.newsletters_step_approval(),
  approved: () => m.newsletters_step_approved(),
  sent: () => m.newsletters_step_sent(),
  dropped: () => m.newsletters_step_dropped(),
};

export const stateGlyphs: Record<IssueState, State> = {
  draft: "in-progress",
  approval: "needs-person",
  approved: "planned",
  sent: "done",
  dropped: "no",
};

/** Whom a newsletter goes to by itself, in words, "kontaktpersonar, nettverksmedlemmer". */
export function whomWords({
  toContactPersons,
  toNetworkMembers,
  audience,
}: {
  toContactPersons: boolean;
  toNetworkMembers: boolean;
  audience: { name: string } | null;
}): string {
  const parts = [
    ...(toContactPersons ? [m.newsletters_by_contacts().toLowerCase()] : []),
    ...(toNetworkMembers ? [m.newsletters_by_members().toLowerCase()] : []),
    ...(audience ? [audience.name] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : m.newsletters_settings_subscribers_alone();
}
