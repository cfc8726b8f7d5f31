import PostalMime from "postal-mime";
import { type Reply, readReply } from "~/domain/events/reply";

/** A mail that answers an invitation. */
export type ReplyMail = { from: { name: string; address: string }; reply: Reply };

/** How many parts of a mail are looked into. */
const mostParts = 20;

/**
 * The answer in a mail (iMIP, RFC 6047): of its parts the first that is a reply to an event of ours, since some
 * programs attach the calendar once more, or broken. Null when there is none, as in an answer from somebody's holiday or
 * an ordinary letter. Never throws.
 */
export async function readReplyMail(raw: Uint8Array): Promise<ReplyMail | null> {
  const mail = await PostalMime.parse(asFiles(raw), { maxNestingDepth: 20 }).catch(() => null);
  const address = mail?.from?.address?.trim().toLowerCase();
  if (!mail || !address) return null;
  for (const { content } of mail.attachments.slice(0, mostParts)) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
    const reply = readReply(bytes, address);
    if (reply) return { from: { name: mail.from?.name?.trim() ?? "", address }, reply };
  }
  return null;
}

/** Calendar parts as files, whose bytes are left as they came: a line may be folded inside a character. */
function asFiles(raw: Uint8Array): Buffer {
  const text = Buffer.from(raw).toString("latin1");
  const type = /^(content-type:\s*)(?:text\/calendar|application\/ics|text\/x-vcalendar)/gim;
  return Buffer.from(text.replace(type, "$1application/octet-stream"), "latin1");
}
