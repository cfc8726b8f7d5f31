import { isUuid } from "~/domain/shared/ids";
import { findEvent, invitationsOf } from "~/features/events/events.db.server";
import { isFor, type ReminderKind, reminderMessage } from "~/features/events/reminder-messages.server";
import { reminderKey, reminderMoment, tooLate } from "~/features/events/reminder-times";
import { remindersMade, remindersOf } from "~/features/events/reminders.db.server";
import { whyNotReminded } from "~/features/events/send-reminders.server";
import { shownMail } from "~/features/events/shown-mail.server";
import { recipientOf } from "~/features/events/tell-change.server";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import { organizerOf } from "~/features/regions/organizer.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How a reminder stands: it is to go, it went, its time has passed with nobody to remind, or it was missed. */
export type ReminderState = "planned" | "sent" | "nobody" | "missed" | "never";

/**
 * The reminders of an event, when each goes as the event is now and to how many as the answers are now, and the mail as
 * one of those gets it. Null for an event that is not there.
 *
 * @param kind whose mail is shown
 */
export async function remindersView(db: RegionDb, id: string, now: Date, kind: ReminderKind = "unanswered") {
  const event = isUuid(id) ? await findEvent(db, id) : null;
  if (!event) return null;
  const region = await ownRegion(db);
  const hours = await officeHoursOf(db, [now, event.startsAt]);
  const invitations = await invitationsOf(db, id);
  const made = await remindersMade(db, id);
  const { askedVersion } = event;
  const reminders = (await remindersOf(db, id)).map((reminder) => {
    const moment = reminderMoment(reminder, event, hours);
    const prefix = reminderKey(reminder, event.startsAt);
    const own = made.filter(({ key, state }) => key.startsWith(prefix) && state !== "dropped");
    const whom = invitations.filter((each) => {
      const why = whyNotReminded(each, { kind: reminder.kind, askedVersion, now });
      return why === null || why === "just-reminded" || (why === "not-told" && !each.person.heldSince);
    });
    const state: ReminderState =
      own.length > 0
        ? "sent"
        : !moment
          ? "never"
          : moment > now
            ? "planned"
            : now.getTime() - moment.getTime() > tooLate
              ? "missed"
              : "nobody";
    return {
      id: reminder.id,
      kind: reminder.kind,
      minutes: reminder.minutes,
      at: moment?.toISOString() ?? null,
      state,
      count: state === "sent" ? own.length : whom.length,
    };
  });
  const one = invitations.find((each) => isFor(kind, each, askedVersion)) ?? null;
  const told = { ...event, ...(event.organizerAddress ? {} : organizerOf(region)) };
  const recipient = one ? recipientOf(one) : null;
  const answer = one?.answer ?? null;
  return {
    id,
    title: event.title,
    zone: event.zone,
    replyBy: event.replyBy?.toISOString().slice(0, 10) ?? null,
    closed: event.state === "cancelled" ? ("cancelled" as const) : event.startsAt <= now ? ("over" as const) : null,
    draft: event.state === "draft",
    onHold: region.mailMode === "hold",
    reminders,
    kind,
    preview: recipient && {
      locale: recipient.locale,
      to: recipient.municipality ?? recipient.name,
      ...(await shownMail(reminderMessage(told, recipient, region.name, { kind, answer }), {
        locale: recipient.locale,
        slug: region.slug,
      })),
    },
  };
}

export type RemindersView = NonNullable<Awaited<ReturnType<typeof remindersView>>>;
