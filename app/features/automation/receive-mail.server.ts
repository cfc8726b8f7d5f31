import { recordReply } from "~/features/events/record-reply.server";
import { readReplyMail } from "~/features/events/reply-mail.server";
import { regionsReadingAt } from "~/features/events/reply-regions.server";
import { readLeaveMail } from "~/features/subscriptions/leave-mail.server";
import { leaveNewsletter } from "~/features/subscriptions/leave-newsletter.server";
import { withRegion } from "~/platform/db/region-db.server";
import type { ReceivedMail } from "~/platform/mail/inbound.server";

/** Whether mail to an address is for a region of this installation. */
export async function readsMailAt(address: string): Promise<boolean> {
  return (await regionsReadingAt(address)).length > 0;
}

export type MailTaken = "counted" | "waiting" | "ignored" | "unknown" | "no-reply" | "left";

/**
 * Takes a mail that has come in, of whatever kind: what each kind becomes is decided here, and here alone. An answer to
 * an invitation is recorded, and who asks to leave a newsletter leaves it (M1). Everything else is let be, unanswered, so
 * that no two programs write to each other without end.
 */
export async function takeMail(mail: ReceivedMail, now: Date): Promise<MailTaken> {
  const token = await readLeaveMail(mail.raw);
  const reply = token === null ? await readReplyMail(mail.raw) : null;
  if (token === null && !reply) return "no-reply";
  const regions = new Set((await Promise.all(mail.to.map(regionsReadingAt))).flat());
  if (token !== null) {
    for (const regionId of regions)
      if (await withRegion({ regionId, personId: null, via: "mail" }, (db) => leaveNewsletter(db, { token, now })))
        return "left";
    return "unknown";
  }
  if (!reply) return "no-reply";
  for (const regionId of regions) {
    const taken = await withRegion({ regionId, personId: null, via: "mail" }, (db) => recordReply(db, reply, now));
    if (taken !== "unknown") return taken;
  }
  return "unknown";
}
