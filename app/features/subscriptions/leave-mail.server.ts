import PostalMime from "postal-mime";
import { unsubscribeToken } from "~/domain/newsletters/unsubscribe-mail";

/** The token of a mail by which somebody leaves a newsletter (RFC 2369 3.2); null for any other. Never throws. */
export async function readLeaveMail(raw: Uint8Array): Promise<string | null> {
  // What is asked stands in the head of the mail; its body is not looked at.
  const end = Buffer.from(raw).indexOf("\r\n\r\n");
  const head = end === -1 ? raw : raw.subarray(0, end + 4);
  const mail = await PostalMime.parse(head).catch(() => null);
  return unsubscribeToken(mail?.subject ?? "");
}
