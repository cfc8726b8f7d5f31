import PostalMime from "postal-mime";
import { readDeliveryStatus } from "~/domain/delivery/delivery-status";
import type { ReportKind } from "~/domain/delivery/reports";

/** What a report by mail says, and of which message of ours. */
export type BounceMail = { deliveryId: string; kind: ReportKind; code: string; recipient: string | null };

const ownId = /<([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@[^<>\s]+>/i;

/**
 * The report in a mail: one of delivery (RFC 3464), or of somebody who does not want our mail (RFC 5965). Which message
 * it is about is told by the Message-ID of what it returns, never by who it is from (M4). Null when it is no report, or
 * none on a message of ours. Never throws.
 */
export async function readBounceMail(raw: Uint8Array): Promise<BounceMail | null> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 20 }).catch(() => null);
  if (!mail) return null;
  const type = mail.headers.find(({ key }) => key === "content-type")?.value.toLowerCase() ?? "";
  if (!type.startsWith("multipart/report")) return null;
  const parts = mail.attachments.map(({ mimeType, content }) => ({
    type: mimeType.toLowerCase(),
    text: typeof content === "string" ? content : new TextDecoder().decode(content),
  }));
  const returned = parts.find((part) => part.type === "message/rfc822" || part.type === "text/rfc822-headers");
  const deliveryId = ownId.exec(/^message-id:\s*(\S+)/im.exec(returned?.text ?? "")?.[1] ?? "")?.[1]?.toLowerCase();
  if (!deliveryId) return null;
  if (type.includes("feedback-report")) return { deliveryId, kind: "complaint", code: "abuse", recipient: null };
  const status = readDeliveryStatus(parts.find((part) => part.type === "message/delivery-status")?.text ?? "");
  return status && { deliveryId, ...status };
}
