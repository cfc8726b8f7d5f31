import type { DayReason } from "~/domain/events/proposals";
import { timeOf } from "~/domain/regions/clock-minutes";
import { reasonWords } from "~/features/events/proposal-words";
import type { FoundPlan, PlannedMeeting } from "~/features/meeting-plan/meeting-plan.db.server";
import { describeDay } from "~/features/timing/day-words";
import { asSentence, formatClock, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale, locales } from "~/i18n/messages/runtime";

/** Why a meeting is not well on a day. */
export function againstWords(reason: DayReason | "taken"): string {
  if (reason === "taken") return m.bodies_plan_taken();
  return reason.kind === "busy" ? m.bodies_plan_busy({ title: reason.title }) : reasonWords(reason);
}

/** Why a meeting was moved: "Flyttet fra 14. februar: vinterferie". */
export function movedWords({ day, reason }: { day: string; reason: DayReason | "taken" }): string {
  return m.bodies_plan_moved({ day: describeDay(day, false), reason: againstWords(reason) });
}

/** "09.00–12.00" */
export function clockWords({ from, to }: Pick<PlannedMeeting, "from" | "to">, locale = getLocale()): string {
  return [from, to].map((at) => formatClock(timeOf(at), locale)).join("–");
}

/** "Torsdag 1. juni" */
export function dayWords(day: string): string {
  return asSentence(formatDate(day, getLocale()).replace(/ \d{4}$/, ""));
}

/** The meetings of a plan body by body. Markdown. */
function listsOf(meetings: FoundPlan["meetings"], locale = getLocale()): string[] {
  return [...Map.groupBy(meetings, ({ body }) => body)].map(([body, own]) => {
    const lines = own.map((meeting) => {
      const said = [formatDate(meeting.day, locale), clockWords(meeting, locale), meeting.place];
      return `- ${said.filter(Boolean).join(", ")}`;
    });
    return [`**${body}**`, "", ...lines].join("\n");
  });
}

/** A plan as the case it is decided as: its meetings body by body, and the proposal. Markdown. */
export function planAsCase({ year, meetings }: FoundPlan): { title: string; presentation: string; proposal: string } {
  return {
    title: m.bodies_plan_case({ year }),
    presentation: [m.bodies_plan_case_intro({ year }), ...listsOf(meetings)].join("\n\n"),
    proposal: m.bodies_plan_case_proposal({ year }),
  };
}

/** Whether the presentation of a case says the meetings of a plan as they are now, in the language it was written in. */
export function isPlanInCase({ meetings }: FoundPlan, presentation: string): boolean {
  const listed = (text: string) =>
    text
      .split(/\r?\n/)
      .filter((line) => /^(?:- |\*\*)/.test(line))
      .map((line) => line.trimEnd())
      .join("\n");
  const said = listed(presentation);
  return locales.some((locale) => listed(listsOf(meetings, locale).join("\n")) === said);
}
