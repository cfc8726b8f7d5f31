import type { MessageOf } from "#emails/message";
import { daysOf } from "~/domain/automation/rules";
import { dayMinutes, defaultReminders } from "~/features/events/reminder-times";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Reminder = { kind: "unanswered" | "coming"; minutes: number };

/** The reminders of an event, those to the unanswered first, the earliest first. */
export async function remindersOf(db: RegionDb, eventId: string) {
  return db.eventReminder.findMany({
    where: { eventId },
    select: { id: true, kind: true, minutes: true },
    orderBy: [{ kind: "asc" }, { minutes: "desc" }],
  });
}

/** What an event of a kind gets to remind by, where the region's rule for the kind differs from what all get. */
export async function remindersOfKind(db: RegionDb, kind: string): Promise<readonly Reminder[]> {
  const key = `reminder:${kind}`;
  const change = await db.automationRule.findFirst({ where: { key }, select: { off: true, steps: true } });
  if (!change) return defaultReminders;
  if (change.off) return [];
  const rule = { kind: "reminder" as const, steps: (change.steps ?? {}) as Record<string, number> };
  const kinds = ["unanswered", "coming"] as const;
  return kinds.flatMap((of) => {
    const days = daysOf(rule, of);
    return days > 0 ? [{ kind: of, minutes: days * dayMinutes }] : [];
  });
}

/** Adds reminders; one that is there already is left as it is. Returns how many were new. */
export async function addReminders(db: RegionDb, eventId: string, reminders: readonly Reminder[]): Promise<number> {
  const { count } = await db.eventReminder.createMany({
    data: reminders.map(({ kind, minutes }) => ({ eventId, kind, minutes })),
    skipDuplicates: true,
  });
  return count;
}

/** Takes a reminder away; what it was, null when there is none. */
export async function removeReminder(db: RegionDb, eventId: string, id: string): Promise<Reminder | null> {
  const found = await db.eventReminder.findFirst({ where: { id, eventId }, select: { kind: true, minutes: true } });
  if (found) await db.eventReminder.deleteMany({ where: { id, eventId } });
  return found;
}

/** A message that waits, with other words. */
export async function saveMessage(db: RegionDb, id: string, message: MessageOf<"event-reminder">): Promise<void> {
  await db.delivery.updateMany({ where: { id, state: "queued" }, data: { message } });
}

/** The reminders of an event that were made, each with its key and how it stands. */
export async function remindersMade(db: RegionDb, eventId: string) {
  return db.delivery.findMany({
    where: { eventId, kind: "event-reminder" },
    select: { key: true, state: true, sentAt: true, dueAt: true, invitationId: true },
    orderBy: { id: "asc" },
  });
}
