import MailComposer from "nodemailer/lib/mail-composer";
import type { OutgoingMail } from "./transport.server";

export type MailParty = { name: string; address: string };

export type MailToCompose = {
  /** Unique and the same for every attempt: it becomes the Message-ID (M7). */
  deliveryId: string;
  from: MailParty;
  to: MailParty;
  /** An address that is read (C9); null when the sender is. */
  replyTo: MailParty | null;
  subject: string;
  html: string;
  text: string;
  calendar: { method: "REQUEST" | "CANCEL"; content: string } | null;
  /** Further headers, such as List-Unsubscribe. */
  headers?: Record<string, string>;
  /** The Date header; now when absent. */
  date?: Date;
};

/**
 * The message as bytes (RFC 5322), for any transport. Text, HTML and calendar are alternatives of each other in
 * that order, the calendar last and with the method of its body (C2, C3); there are no attachments, which is why
 * nodemailer's `icalEvent` is not used: it adds the calendar once more as a file.
 *
 * With the same `deliveryId` and `date` the bytes are the same.
 *
 * @throws RangeError when an address or the delivery's id could not stand in a header, or the calendar's method is
 *   not that of its body
 */
export async function composeMail(mail: MailToCompose): Promise<OutgoingMail & { messageId: string }> {
  for (const party of [mail.from, mail.to, mail.replyTo]) if (party) checkAddress(party.address);
  if (!/^[\w.+-]+$/.test(mail.deliveryId)) throw new RangeError("a delivery's id is letters, digits, . _ + -");
  const { calendar } = mail;
  if (calendar && !calendar.content.includes(`\r\nMETHOD:${calendar.method}\r\n`))
    throw new RangeError("the calendar's method is not that of its body");
  const messageId = `<${mail.deliveryId}@${mail.from.address.split("@")[1]}>`;
  const options = {
    from: mail.from,
    to: mail.to,
    ...(mail.replyTo && { replyTo: mail.replyTo }),
    subject: mail.subject,
    messageId,
    date: mail.date ?? new Date(),
    text: mail.text,
    html: mail.html,
    alternatives: calendar ? [calendarPart(calendar)] : [],
    headers: { "Auto-Submitted": "auto-generated", ...mail.headers },
    baseBoundary: mail.deliveryId,
    newline: "windows",
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const raw = await new MailComposer(options).compile().build();
  return { envelope: { from: mail.from.address, to: [mail.to.address] }, raw, messageId };
}

/** Base64, so that no server on the way changes the line ends or the folding. */
function calendarPart({ method, content }: NonNullable<MailToCompose["calendar"]>) {
  return {
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    contentTransferEncoding: "base64" as const,
    content,
  };
}

function checkAddress(address: string): void {
  if (!/^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u.test(address))
    throw new RangeError("not an address that mail can be sent to");
}
