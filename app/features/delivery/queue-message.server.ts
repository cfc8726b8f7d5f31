import type { Message } from "#emails/message";
import { municipalitiesOf } from "~/features/delivery/outbox.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The channel on which workers hear that there is something to send. */
export const outbox = "outbox";

/** One message to one recipient, as its cause writes it. */
export type QueuedMessage = {
  /** Names the cause: the same key is never queued twice (M6). */
  key: string;
  message: Message;
  to: { personId: string | null; name: string; address: string };
  locale: "nb" | "nn" | "en";
  /** The personal link's token, or several with a space between; erased when the message has left. */
  secret?: string;
  dueAt: Date;
  eventId?: string;
  invitationId?: string;
  registrationId?: string;
  issueId?: string;
  /** The municipality the recipient gets it for; of an invitation or a registration it is known. */
  municipalityId?: string | null;
  /** The rule of the automation that sends it; absent for what a person does. */
  rule?: string;
  /** What the message is filled into, where it is one of many alike. */
  templateId?: string;
};

/**
 * Puts messages in the outbox, in the transaction of their cause. The worker sends them; a key that is there
 * already is left as it is. Returns how many were new.
 */
export async function queueMessages(db: RegionDb, messages: QueuedMessage[]): Promise<number> {
  const municipalities = await municipalitiesOf(db, messages);
  const { count } = await db.delivery.createMany({
    data: messages.map(({ message, to, ...rest }) => ({
      ...rest,
      municipalityId: rest.municipalityId ?? municipalities.get(rest.invitationId ?? rest.registrationId ?? "") ?? null,
      kind: message.kind,
      message,
      personId: to.personId,
      toName: to.name,
      toAddress: to.address,
    })),
    skipDuplicates: true,
  });
  if (count > 0) await db.$executeRaw`SELECT pg_notify(${outbox}, '')`;
  return count;
}
