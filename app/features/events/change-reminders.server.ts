import { audit } from "~/features/audit/audit.server";
import { wakeSoon } from "~/features/events/event-wakes.server";
import { holdEvent } from "~/features/events/events.db.server";
import { dayMinutes, reminderChoices } from "~/features/events/reminder-times";
import { addReminders, type Reminder, removeReminder } from "~/features/events/reminders.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ReminderResult =
  | { ok: true }
  | { ok: false; reason: "unknown" | "already" | "gone" | "cancelled" | "over" };

/** Whether a reminder is one of those that may be chosen. */
function isChoice({ kind, minutes }: Reminder): boolean {
  return reminderChoices.some((choice) => choice.kind === kind && choice.minutes === minutes);
}

const written = ({ kind, minutes }: Reminder) =>
  `${kind} ${minutes % dayMinutes === 0 ? `${minutes / dayMinutes} d` : `${minutes / 60} h`}`;

async function openEvent(db: RegionDb, { eventId, now }: { eventId: string; now: Date }) {
  const event = await holdEvent(db, eventId);
  if (!event || event.state === "cancelled") return { ok: false, reason: "cancelled" } as const;
  if (event.startsAt <= now) return { ok: false, reason: "over" } as const;
  return { ok: true, event } as const;
}

/** Gives an event one more reminder; one whose time has passed is there too, and says that it does not go. */
export async function addReminder(
  db: RegionDb,
  input: { eventId: string; reminder: Reminder; now: Date },
): Promise<ReminderResult> {
  if (!isChoice(input.reminder)) return { ok: false, reason: "unknown" };
  const open = await openEvent(db, input);
  if (!open.ok) return open;
  const { id } = open.event;
  if ((await addReminders(db, id, [input.reminder])) === 0) return { ok: false, reason: "already" };
  await audit(db, { action: "updated", subject: "event", id, after: { reminder: written(input.reminder) } });
  await wakeSoon(db, id);
  return { ok: true };
}

/** Takes a reminder away, so that it does not go. What has gone has gone. */
export async function dropReminder(
  db: RegionDb,
  input: { eventId: string; reminderId: string; now: Date },
): Promise<ReminderResult> {
  const open = await openEvent(db, input);
  if (!open.ok) return open;
  const { id } = open.event;
  const removed = await removeReminder(db, id, input.reminderId);
  if (!removed) return { ok: false, reason: "gone" };
  await audit(db, { action: "updated", subject: "event", id, before: { reminder: written(removed) }, after: {} });
  await wakeSoon(db, id);
  return { ok: true };
}
