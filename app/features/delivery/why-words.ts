import type { Why } from "~/features/delivery/deliveries.view.server";
import { m } from "~/i18n/messages/messages";

const asked = () => m.delivery_why_asked();
const changed = () => m.delivery_why_changed();
const cancelled = () => m.delivery_why_cancelled();
const role = () => m.delivery_why_role();

const causes: Record<string, () => string> = {
  "sign-in": asked,
  "answer-confirmation": asked,
  "registration-confirmed": asked,
  "registration-waiting": asked,
  "registration-pending": asked,
  "registration-offered": () => m.delivery_why_offered(),
  "registration-update": changed,
  "event-update": changed,
  "event-cancellation": cancelled,
  "registration-cancelled": cancelled,
  "event-invitation": () => m.delivery_why_invited(),
  "event-reminder": () => m.delivery_why_reminder(),
  "registration-join": () => m.delivery_why_reminder(),
  "feedback-request": () => m.delivery_why_took_part(),
  "minutes-remarks": () => m.delivery_why_member(),
  "role-invitation": role,
  "member-cases": () => m.delivery_why_body_member(),
  "report-rows": () => m.delivery_why_row_owner(),
  "handover-request": role,
  "handover-welcome": role,
};

/** Why a message is sent: what caused it, and for which municipality its recipient gets it. Empty where nobody can say. */
export function whyWords({ kind, municipality, words }: Why): string {
  const cause = words ?? causes[kind]?.() ?? "";
  const of = municipality && !words ? m.delivery_why_for({ municipality }) : "";
  return [cause, of].filter(Boolean).join(" · ");
}
