import { recordReply } from "~/features/events/record-reply.server";
import { readReplyMail } from "~/features/events/reply-mail.server";
import { regionsReadingAt } from "~/features/events/reply-regions.server";
import { withRegion } from "~/platform/db/region-db.server";
import type { ReceivedMail } from "~/platform/mail/inbound.server";

/** Whether mail to an address is for a region of this installation. */
export async function readsMailAt(address: string): Promise<boolean> {
  return (await regionsReadingAt(address)).length > 0;
}

export type MailTaken = "counted" | "waiting" | "ignored" | "unknown" | "no-reply";

/**
 * Takes a mail that has come in, of whatever kind: what each kind becomes is decided here, and here alone. An answer to
 * an invitation is recorded. Everything else is let be, unanswered, so that no two programs write to each other without
 * end.
 */
export async function takeMail(mail: ReceivedMail, now: Date): Promise<MailTaken> {
  const reply = await readReplyMail(mail.raw);
  if (!reply) return "no-reply";
  const regions = new Set((await Promise.all(mail.to.map(regionsReadingAt))).flat());
  for (const regionId of regions) {
    const taken = await withRegion({ regionId, personId: null, via: "mail" }, (db) => recordReply(db, reply, now));
    if (taken !== "unknown") return taken;
  }
  return "unknown";
}
