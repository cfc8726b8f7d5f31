import type { Message } from "#emails/message";
import { makeLinks } from "~/features/auth/links.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import type { Recipient } from "~/features/events/event-messages.server";
import { answerLinkEnds } from "~/features/events/event-times.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newToken } from "~/platform/tokens.server";

/** One message about an event to one who is invited. */
export type Letter = {
  key: string;
  message: Message;
  recipient: Recipient;
  invitationId: string;
  dueAt: Date;
  /** The rule that sends it; absent for what a person does. */
  rule?: string;
};

/** Puts letters in the outbox, each with a personal link of its own to answer by. */
export async function queueLetters(
  db: RegionDb,
  event: { id: string; endsAt: Date },
  letters: Letter[],
): Promise<void> {
  const stamped = letters.map((letter) => ({ ...letter, token: newToken() }));
  await makeLinks(
    db,
    stamped.map(({ token, recipient, invitationId }) => ({
      token,
      purpose: "answer" as const,
      personId: recipient.personId,
      subjectId: invitationId,
      expiresAt: answerLinkEnds(event.endsAt),
    })),
  );
  await queueMessages(
    db,
    stamped.map(({ key, message, recipient, invitationId, dueAt, token, rule }) => ({
      key,
      message,
      to: { personId: recipient.personId, name: recipient.name, address: recipient.email },
      locale: recipient.locale,
      secret: token,
      dueAt,
      eventId: event.id,
      invitationId,
      ...(rule !== undefined && { rule }),
    })),
  );
}
