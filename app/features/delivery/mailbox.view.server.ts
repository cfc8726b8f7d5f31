import PostalMime from "postal-mime";
import { isUuid } from "~/domain/shared/ids";
import { systemDb } from "~/platform/db/system-db.server";
import { readEnv } from "~/platform/env.server";
import { notFound } from "~/platform/http/responses.server";

/** Whether this installation keeps its mail in the mailbox. */
export function hasMailbox(): boolean {
  return readEnv().MAIL_TRANSPORT === "mailbox";
}

/** The mailbox exists only where it is the transport. */
export function requireMailbox(): void {
  if (!hasMailbox()) notFound();
}

/** Fifty messages, newest first; `before` is the id the last page ended with. */
export async function mailboxView({ to, before }: { to: string; before: string | null }) {
  const rows = await systemDb().mailboxMessage.findMany({
    where: {
      ...(to && { toAddress: { contains: to.trim().toLowerCase(), mode: "insensitive" as const } }),
      ...(before && isUuid(before) && { id: { lt: before } }),
    },
    orderBy: { id: "desc" },
    take: 51,
  });
  const shown = rows.slice(0, 50);
  const messages = await Promise.all(
    shown.map(async ({ id, toAddress, receivedAt, raw }) => {
      const mail = await PostalMime.parse(raw);
      return {
        id,
        to: toAddress,
        from: mail.from?.name || (mail.from?.address ?? ""),
        subject: mail.subject ?? "",
        receivedAt: receivedAt.toISOString(),
      };
    }),
  );
  return { messages, next: rows.length > 50 ? (shown.at(-1)?.id ?? null) : null };
}

/** One message, its parts apart. */
export async function mailboxMessageView(id: string) {
  const row = isUuid(id) ? await systemDb().mailboxMessage.findUnique({ where: { id } }) : null;
  if (!row) notFound();
  const mail = await PostalMime.parse(row.raw);
  const calendar = mail.attachments.find((part) => part.mimeType === "text/calendar");
  const text = mail.text ?? "";
  return {
    id,
    to: row.toAddress,
    from: [mail.from?.name, mail.from?.address].filter(Boolean).join(", "),
    subject: mail.subject ?? "",
    receivedAt: row.receivedAt.toISOString(),
    text,
    html: mail.html ?? "",
    calendar: calendar ? asText(calendar.content) : null,
    links: [...new Set(text.match(/https?:\/\/\S+[^\s.,)>]/g) ?? [])],
  };
}

function asText(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}
