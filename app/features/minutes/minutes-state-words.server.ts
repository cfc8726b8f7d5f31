import { m } from "~/i18n/messages/messages";

/** How far minutes have come, as a document says it. */
export function minutesStateWords(state: string, locale: "nb" | "nn"): string {
  if (state === "approved") return m.minutes_state_approved({}, { locale });
  return state === "remarks" ? m.minutes_state_remarks({}, { locale }) : m.minutes_state_ended({}, { locale });
}
