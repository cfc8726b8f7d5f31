import type { DayReason, Span } from "~/domain/events/proposals";
import { describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";

/** Days that were gone round, and why: "15. november 2027: målgruppa har «Fagdag» (8 inviterte)". */
export function againstWords({ from, to, reason }: Span & { reason: DayReason }): string {
  return m.events_proposal_against({ days: describeDays({ from, to }), reason: reasonWords(reason) });
}

/** Why nothing is proposed on a day, in words. */
export function reasonWords(reason: DayReason): string {
  switch (reason.kind) {
    case "weekend":
      return m.events_proposal_weekend();
    case "public":
      return m.events_proposal_public();
    case "july":
      return m.events_proposal_july();
    case "christmas":
      return m.events_proposal_christmas();
    case "easter":
      return m.events_proposal_easter();
    case "school":
      return m.events_proposal_school({ name: reason.name });
    case "closed":
      return m.events_proposal_closed({ name: reason.name });
    case "proposed":
      return m.events_proposal_proposed();
    case "busy":
      return reason.people === 0
        ? m.events_proposal_same({ title: reason.title })
        : m.events_proposal_busy({ title: reason.title, n: reason.people });
  }
}

/** What is said of a time no day is found in. */
export const noDayWords = () => m.events_proposal_no_day();

/** How long something lasts, from minutes: "1 t 30 min". */
export function lengthWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return m.events_length_minutes({ minutes: rest });
  return rest === 0 ? m.events_length_hours({ hours }) : m.events_length_both({ hours, minutes: rest });
}
