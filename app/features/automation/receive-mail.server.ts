import { type BounceMail, readBounceMail } from "~/features/delivery/bounce-mail.server";
import { recordReport } from "~/features/delivery/record-report.server";
import { recordReply } from "~/features/events/record-reply.server";
import { readReplyMail } from "~/features/events/reply-mail.server";
import { regionsReadingAt } from "~/features/events/reply-regions.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import type { ReceivedMail } from "~/platform/mail/inbound.server";

/** Whether mail to an address is for a region of this installation. */
export async function readsMailAt(address: string): Promise<boolean> {
  return (await regionsReadingAt(address)).length > 0;
}

export type MailTaken = "counted" | "waiting" | "ignored" | "reported" | "unknown" | "no-reply";

/**
 * Takes a mail that has come in, of whatever kind: what each kind becomes is decided here, and here alone. An answer to
 * an invitation is recorded, and so is what a server says of a message of ours. Everything else is let be, unanswered, so that no two programs write to each other without
 * end.
 */
export async function takeMail(mail: ReceivedMail, now: Date): Promise<MailTaken> {
  const reply = await readReplyMail(mail.raw);
  const bounce = reply ? null : await readBounceMail(mail.raw);
  if (!reply && !bounce) return "no-reply";
  const regions = new Set((await Promise.all(mail.to.map(regionsReadingAt))).flat());
  for (const regionId of regions) {
    const access = { regionId, personId: null, via: "mail" } as const;
    const taken = await withRegion(access, (db) => (reply ? recordReply(db, reply, now) : keepBounce(db, bounce, now)));
    if (taken !== "unknown") return taken;
  }
  return "unknown";
}

/** A server may say the same of a message twice, and says no more by it. */
async function keepBounce(db: RegionDb, bounce: BounceMail | null, now: Date): Promise<"reported" | "unknown"> {
  if (!bounce) return "unknown";
  const key = `mail:${bounce.deliveryId}:${bounce.kind}:${bounce.code}`;
  return (await recordReport(db, { ...bounce, key, at: now }, now)) === "unknown" ? "unknown" : "reported";
}
