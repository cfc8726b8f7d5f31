import type { ReportKind } from "./reports";

/** What a report by mail says of one recipient. */
export type DeliveryStatus = { recipient: string | null; kind: ReportKind; code: string };

/**
 * Reads the body of a `message/delivery-status` part (RFC 3464): what it says of the first recipient that something is
 * said of. 5.x.x is for good but for a full mailbox (x.2.2), and what cannot be told is not (M3). Null when it says
 * nothing of anybody.
 */
export function readDeliveryStatus(text: string): DeliveryStatus | null {
  for (const group of text.replace(/\r\n?/g, "\n").split(/\n\s*\n/)) {
    const fields = fieldsOf(group);
    const action = fields.get("action")?.trim().toLowerCase() ?? "";
    const kind = kindOf(action, fields.get("status") ?? "");
    if (!kind) continue;
    const recipient = fields.get("original-recipient") ?? fields.get("final-recipient") ?? "";
    const address = recipient.slice(recipient.indexOf(";") + 1).trim();
    const code = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get("status") ?? "")?.[0] ?? "";
    return { recipient: address.includes("@") ? address.toLowerCase() : null, kind, code };
  }
  return null;
}

function kindOf(action: string, status: string): ReportKind | null {
  if (action === "delayed") return "delayed";
  if (action === "delivered" || action === "relayed" || action === "expanded") return "delivered";
  if (action !== "failed") return null;
  const [, severity, detail] = /\b([245])\.(\d{1,3}\.\d{1,3})\b/.exec(status) ?? [];
  return severity === "5" && detail !== "2.2" ? "hard" : "soft";
}

/** The fields of one group, by name in lower case, their continued lines joined. */
function fieldsOf(group: string): Map<string, string> {
  const lines = group.replace(/\n[ \t]+/g, " ").split("\n");
  const pairs = lines.flatMap((line) => {
    const [, name, value] = /^([\w-]+):(.*)$/.exec(line) ?? [];
    return name ? [[name.toLowerCase(), (value ?? "").trim()] as const] : [];
  });
  return new Map(pairs);
}
