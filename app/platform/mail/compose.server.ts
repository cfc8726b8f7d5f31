import MimeNode from "nodemailer/lib/mime-node";
import { encode, wrap } from "nodemailer/lib/qp";
import { type Cut, escapeHtml, fillCut, valueFor } from "~/domain/delivery/fill";
import type { OutgoingMail } from "./transport.server";

export type MailParty = { name: string; address: string };

/** What many mails have in common, with its parts encoded, once. */
export type MailFrame = { subject: Cut; text: Encoded; html: Encoded };
/** A text as quoted-printable, cut at what is filled in: names at odd places. */
type Encoded = { pieces: readonly string[]; write: (value: string) => string };

type Calendar = { method: "REQUEST" | "CANCEL"; content: string };

/** What is one mail's own. */
export type MailToFill = {
  /** Unique and the same for every attempt: it becomes the Message-ID (M7). */
  deliveryId: string;
  from: MailParty;
  to: MailParty;
  /** An address that is read (C9); null when the sender is. */
  replyTo: MailParty | null;
  values: Readonly<Record<string, string>>;
  calendar: Calendar | null;
  /** Further headers, such as List-Unsubscribe. */
  headers?: Record<string, string>;
  /** The Date header; now when absent. */
  date?: Date;
};

export type MailToCompose = Omit<MailToFill, "values"> & { subject: string; html: string; text: string };
export type ComposedMail = OutgoingMail & { messageId: string; subject: string };

/** Encodes what many mails have in common. */
export function frameMail({ subject, html, text }: { subject: Cut; html: Cut; text: Cut }): MailFrame {
  return { subject, text: encodeCut(text, (value) => value), html: encodeCut(html, escapeHtml) };
}

/** One mail of its own, as bytes. */
export async function composeMail({ subject, html, text, ...mail }: MailToCompose): Promise<ComposedMail> {
  return fillMail(frameMail({ subject: [subject], html: [html], text: [text] }), { ...mail, values: {} });
}

/**
 * The message as bytes (RFC 5322), for any transport: the frame, filled in. Text, HTML and calendar are alternatives of
 * each other in that order, the calendar last and with the method of its body (C2, C3); there are no attachments.
 * Text and HTML are quoted-printable, the calendar base64, so that no server on the way changes its line ends or
 * folding. With the same `deliveryId` and `date` the bytes are the same.
 *
 * @throws UnfilledError when a value is missing
 * @throws RangeError when an address or the delivery's id could not stand in a header, or the calendar's method is
 *   not that of its body
 */
export function fillMail(frame: MailFrame, mail: MailToFill): ComposedMail {
  const { from, to, replyTo, calendar, deliveryId, values } = mail;
  for (const party of [from, to, replyTo]) if (party) checkAddress(party.address);
  if (!/^[\w.+-]+$/.test(deliveryId)) throw new RangeError("a delivery's id is letters, digits, . _ + -");
  if (calendar && !calendar.content.includes(`\r\nMETHOD:${calendar.method}\r\n`))
    throw new RangeError("the calendar's method is not that of its body");
  const messageId = `<${deliveryId}@${from.address.split("@")[1]}>`;
  const subject = fillCut(frame.subject, values).replace(/\s+/g, " ").trim();
  const head = new MimeNode("multipart/alternative", { baseBoundary: deliveryId })
    .setHeader({ From: from, To: to, ...(replyTo && { "Reply-To": replyTo }), Subject: subject })
    .setHeader({ "Message-ID": messageId, Date: (mail.date ?? new Date()).toUTCString().replace("GMT", "+0000") })
    .setHeader({ "Auto-Submitted": "auto-generated", ...mail.headers });
  const headers = head.buildHeaders();
  const open = `\r\n--${head.boundary}\r\nContent-Type: `;
  const printable = "charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
  const parts = [
    `${headers}\r\n${open}text/plain; ${printable}${fillEncoded(frame.text, values)}`,
    `text/html; ${printable}${fillEncoded(frame.html, values)}`,
    ...(calendar
      ? [
          `text/calendar; charset=utf-8; method=${calendar.method}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(calendar.content)}`,
        ]
      : []),
  ];
  const raw = Buffer.from(`${parts.join(open)}\r\n--${head.boundary}--\r\n`, "latin1");
  return { envelope: { from: from.address, to: [to.address] }, raw, messageId, subject };
}

/** A line of quoted-printable has 76 characters at most (RFC 2045 6.7), of which the last stands for a soft break. */
const printableLine = 75;

function quotedPrintable(text: string): string {
  return wrap(encode(text.replace(/\r\n?|\n/g, "\r\n")), printableLine);
}

function encodeCut(cut: Cut, write: (value: string) => string): Encoded {
  return { pieces: cut.map((piece, place) => (place % 2 === 0 ? quotedPrintable(piece) : piece)), write };
}

/** A value begins on a line of its own, by soft breaks, so that what is around it need not be encoded anew. */
function fillEncoded({ pieces, write }: Encoded, values: Readonly<Record<string, string>>): string {
  return pieces
    .map((piece, place) => (place % 2 === 0 ? piece : quotedPrintable(write(valueFor(piece, values)))))
    .filter((piece) => piece !== "")
    .join("=\r\n");
}

function base64(text: string): string {
  return Buffer.from(text)
    .toString("base64")
    .replace(/.{76}(?=.)/g, "$&\r\n");
}

function checkAddress(address: string): void {
  if (!/^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u.test(address))
    throw new RangeError("not an address that mail can be sent to");
}
