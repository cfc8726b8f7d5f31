import { readBounceMail } from "~/features/delivery/bounce-mail.server";
import { recordReport } from "~/features/delivery/record-report.server";
import { recordReply } from "~/features/events/record-reply.server";
import { readReplyMail } from "~/features/events/reply-mail.server";
import { regionsReadingAt } from "~/features/events/reply-regions.server";
import { readLeaveMail } from "~/features/subscriptions/leave-mail.server";
import { leaveNewsletter } from "~/features/subscriptions/leave-newsletter.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import type { ReceivedMail } from "~/platform/mail/inbound.server";

/** Whether mail to an address is for a region of this installation. */
export async function readsMailAt(address: string): Promise<boolean> {
  return (await regionsReadingAt(address)).length > 0;
}

export type MailTaken = "counted" | "waiting" | "ignored" | "left" | "reported" | "unknown" | "no-reply";

/**
 * Takes a mail that has come in, of whatever kind: what each kind becomes is decided here, and here alone. An answer to
 * an invitation is recorded, who asks to leave a newsletter leaves it (M1), and what a server says of a message of ours
 * is written down (M4). Everything else is let be, unanswered, so that no two programs write to each other without end.
 */
export async function takeMail(mail: ReceivedMail, now: Date): Promise<MailTaken> {
  const take = await readMail(mail.raw, now);
  if (!take) return "no-reply";
  const regions = new Set((await Promise.all(mail.to.map(regionsReadingAt))).flat());
  for (const regionId of regions) {
    const taken = await withRegion({ regionId, personId: null, via: "mail" }, take);
    if (taken !== "unknown") return taken;
  }
  return "unknown";
}

/** What is to be done with a mail in the region it is for; null when nothing is, in any. */
async function readMail(raw: Uint8Array, now: Date): Promise<((db: RegionDb) => Promise<MailTaken>) | null> {
  const token = await readLeaveMail(raw);
  if (token !== null) return async (db) => ((await leaveNewsletter(db, { token, now })) ? "left" : "unknown");
  const reply = await readReplyMail(raw);
  if (reply) return (db) => recordReply(db, reply, now);
  const bounce = await readBounceMail(raw);
  if (!bounce) return null;
  // A server may say the same of a message twice, and says no more by it.
  const report = { ...bounce, key: `mail:${bounce.deliveryId}:${bounce.kind}:${bounce.code}`, at: now };
  return async (db) => ((await recordReport(db, report, now)) === "unknown" ? "unknown" : "reported");
}
