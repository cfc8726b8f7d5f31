import { isOpen } from "~/domain/regions/office-hours";
import { audit } from "~/features/audit/audit.server";
import type { Waker } from "~/features/events/event-wakes.server";
import { invitationsOf } from "~/features/events/events.db.server";
import { reminderKey, reminderMoment, tooLate } from "~/features/events/reminder-times";
import { remindersMade, remindersOf } from "~/features/events/reminders.db.server";
import { queueReminders, remindedBy, reminderLeaves } from "~/features/events/send-reminders.server";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import { ownRegion } from "~/features/regions/own-region.server";

/**
 * Reminds by itself. Each reminder's time is worked out anew from the event as it is, so it moves with the event, and
 * it goes to each once (M6), inside office hours (M8). One whose time was missed by more than a day is left out. While
 * the region's mail is on hold nothing is made, so that nothing old leaves when it goes live.
 */
export const remind: Waker = async (db, event, now) => {
  if (event.state !== "published" || event.startsAt <= now) return null;
  const reminders = await remindersOf(db, event.id);
  if (reminders.length === 0) return null;
  const region = await ownRegion(db);
  const hours = await officeHoursOf(db, [now, event.startsAt], region);
  const timed = reminders.flatMap((reminder) => {
    const moment = reminderMoment(reminder, event, hours);
    return moment ? [{ ...reminder, moment }] : [];
  });
  const coming = timed.filter(({ moment }) => moment > now).map(({ moment }) => moment);
  const due = timed.filter(({ moment }) => moment <= now && now.getTime() - moment.getTime() <= tooLate);
  if (due.length > 0 && region.mailMode !== "hold") {
    if (!isOpen(now.toISOString(), hours)) {
      const leaves = reminderLeaves(event, hours, now);
      if (leaves) coming.push(leaves);
    } else {
      for (const reminder of due) {
        const { kind, moment } = reminder;
        const prefix = reminderKey(reminder, event.startsAt);
        const made = new Set((await remindersMade(db, event.id)).map(({ key }) => key));
        const { askedVersion } = event;
        const invitations = remindedBy(await invitationsOf(db, event.id), { kind, askedVersion, moment, now }).filter(
          ({ id }) => !made.has(prefix + id),
        );
        if (invitations.length === 0) continue;
        const keyOf = ({ id }: { id: string }) => prefix + id;
        const letters = {
          event,
          regionName: region.name,
          kind,
          invitations,
          keyOf,
          dueAt: now,
          rule: `reminder:${event.kind}`,
        };
        const reminded = await queueReminders(db, letters);
        await audit(db, { action: "sent", subject: "event", id: event.id, after: { reminded } });
      }
    }
  }
  return coming.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
};
