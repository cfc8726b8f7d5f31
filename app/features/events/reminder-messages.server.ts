import type { MessageOf } from "#emails/message";
import { type AnswerValue, isBeforeChange } from "~/domain/events/answer";
import { aboutEvent, type Recipient, type ToldEvent } from "~/features/events/event-messages.server";
import { removeQueued } from "~/features/events/events.db.server";
import { saveMessage } from "~/features/events/reminders.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ReminderKind = "unanswered" | "coming";

export type RemindedEvent = ToldEvent & { askedVersion: number; joinLink: string };
type Answered = { answer: AnswerValue | null; answeredVersion: number | null };

/** Whether a reminder of a kind is for one who has answered so: who is asked still, or who comes or may come. */
export function isFor(kind: ReminderKind, invitation: Answered, askedVersion: number): boolean {
  const { answer } = invitation;
  if (answer === "declined") return false;
  return kind === "coming" ? answer !== null : answer === null || isBeforeChange(invitation, askedVersion);
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** The reminder one person gets. Where one joins is for those who have said yes alone. */
export function reminderMessage(
  event: RemindedEvent,
  recipient: Recipient,
  regionName: string,
  { kind, answer }: { kind: ReminderKind; answer: AnswerValue | null },
): MessageOf<"event-reminder"> {
  const joins = kind === "coming" && answer === "accepted" && /^https?:\/\//.test(event.joinLink);
  return {
    kind: "event-reminder",
    ...aboutEvent(event, recipient, regionName),
    about: kind,
    answer: answer ?? "needs-action",
    replyBy: day(event.replyBy),
    joinLink: joins ? event.joinLink : null,
  };
}

/**
 * Reminders that wait, made anew when the event or an answer is another: one that is not for its recipient any more,
 * or would leave when the event has begun, is dropped.
 */
export async function refreshReminders(
  db: RegionDb,
  input: {
    event: RemindedEvent;
    regionName: string;
    invitations: (Answered & { id: string; recipient: Recipient })[];
    waiting: { id: string; invitationId: string | null; dueAt: Date; message: unknown }[];
  },
): Promise<void> {
  const { event, regionName } = input;
  const dropped: string[] = [];
  for (const { id, invitationId, dueAt, message } of input.waiting) {
    const invitation = input.invitations.find((one) => one.id === invitationId);
    const { about: kind } = message as MessageOf<"event-reminder">;
    if (!invitation || dueAt >= event.startsAt || !isFor(kind, invitation, event.askedVersion)) dropped.push(id);
    else
      await saveMessage(
        db,
        id,
        reminderMessage(event, invitation.recipient, regionName, { kind, answer: invitation.answer }),
      );
  }
  await removeQueued(db, dropped);
}
