import type { Calendar, EventMail, Whom } from "~/domain/automation/facts";
import type { OfficeHours } from "~/domain/regions/office-hours";
import { addDays } from "~/domain/shared/days";
import { type MailingEvent, mailingEvents } from "~/features/automation/automation.db.server";
import { isFor } from "~/features/events/reminder-messages.server";
import { dayMinutes, reminderMoment } from "~/features/events/reminder-times";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * What the events that people are invited to will send by themselves: invitations that wait for their time, reminders
 * and questions afterwards, with how many they go to as the answers stand.
 */
export async function eventMails(
  db: RegionDb,
  { from, to, calendar, hours }: { from: Date; to: Date; calendar: Calendar; hours: OfficeHours },
): Promise<EventMail[]> {
  const events = await mailingEvents(db, {
    from: new Date(from.getTime() - 40 * dayMinutes * 60_000),
    to: new Date(to.getTime() + 200 * dayMinutes * 60_000),
  });
  return events.flatMap((event) => {
    const { id: eventId, kind: eventKind, title } = event;
    const of = { eventId, eventKind, title };
    const wanting = event.invitations.filter(({ person }) => !person.optedOut.includes("reminders"));
    const mails: EventMail[] = plannedInvitations(event).map((one) => ({ ...of, ...one }));
    for (const { kind, minutes } of event.reminders) {
      const at = reminderMoment({ kind, minutes }, event, hours);
      if (!at) continue;
      const whom = wanting.filter((one) =>
        kind === "unanswered" ? isFor(kind, one, event.askedVersion) : one.answer !== "declined",
      );
      const words = kind === "unanswered" ? m.automation_unanswered() : m.automation_coming();
      mails.push({
        ...of,
        key: `reminder:${eventKind}|${eventId}|${kind}:${minutes}:${event.startsAt.getTime()}`,
        kind: `reminder-${kind}`,
        at: at.toISOString(),
        whom: people(words, whom),
      });
    }
    if (event.asksFeedback) {
      const came = wanting.filter(({ attendedAt }) => attendedAt !== null);
      const coming = wanting.filter(({ answer }) => answer !== "declined");
      mails.push({
        ...of,
        key: `feedback:${eventKind}|${eventId}|${event.startsAt.getTime()}`,
        kind: "feedback-request",
        at: calendar.onOrAfter(addDays(calendar.dayOf(event.endsAt.toISOString()), 1)),
        whom: people(m.automation_came(), came.length > 0 ? came : coming),
      });
    }
    return mails;
  });
}

const people = (words: string, invited: readonly { personId: string }[]): Whom => ({
  ...{ words, people: invited.length, sure: true },
  ids: invited.map(({ personId }) => personId),
});

/** The invitations that somebody has planned for later, together for each time. */
function plannedInvitations({ id, invitations }: MailingEvent): Pick<EventMail, "key" | "kind" | "at" | "whom">[] {
  const planned = invitations.flatMap(({ personId, deliveries }) =>
    deliveries.map(({ dueAt }) => ({ personId, at: dueAt.toISOString() })),
  );
  return [...Map.groupBy(planned, ({ at }) => at)].map(([at, own]) => ({
    ...{ key: `invitation|${id}|${at}`, kind: "invitation", at },
    whom: people(m.automation_invited(), own),
  }));
}
