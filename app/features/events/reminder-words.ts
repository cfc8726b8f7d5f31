import type { RemindersView } from "~/features/events/reminders.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";

const dayMinutes = 24 * 60;

/** When a reminder goes, by the event: "3 working days before the day to answer by". */
export function reminderWords(
  { kind, minutes }: { kind: "unanswered" | "coming"; minutes: number },
  hasReplyBy: boolean,
): string {
  if (minutes % dayMinutes !== 0) return m.events_reminder_hours({ n: minutes / 60 });
  const n = minutes / dayMinutes;
  return kind === "unanswered" && hasReplyBy ? m.events_reminder_days_reply({ n }) : m.events_reminder_days({ n });
}

/** To whom a reminder goes. */
export const reminderWhom = {
  unanswered: () => m.events_reminder_unanswered(),
  coming: () => m.events_reminder_coming(),
};

/** How a reminder stands, in a sentence. */
export function reminderState(
  { state, at, count: n }: RemindersView["reminders"][number],
  { zone, draft }: Pick<RemindersView, "zone" | "draft">,
): string {
  const when = at ? formatInstant(at, zone, getLocale()) : "";
  if (state === "sent") return m.events_reminder_sent({ n, when });
  if (state === "never") return m.events_reminder_never();
  if (state === "missed") return m.events_reminder_missed({ when });
  if (state === "nobody") return m.events_reminder_nobody({ when });
  if (n === 0 && !draft) return m.events_reminder_planned_nobody({ when });
  return draft ? m.events_reminder_planned_draft({ when }) : m.events_reminder_planned({ n, when });
}
