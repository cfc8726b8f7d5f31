import { createTransport } from "nodemailer";
import type { OutgoingMail, SendFailure, SendResult, Transport } from "./transport.server";

export type SmtpOptions = {
  /** Connections kept open at once. */
  connections?: number;
  /** Milliseconds to reach the server and be greeted. */
  connectTimeout?: number;
  /** Milliseconds a connection may be silent. */
  silenceTimeout?: number;
  /** What each mail is signed with (RFC 6376), where no server on the way does it. The key is PEM. */
  dkim?: { domain: string; selector: string; key: string };
};

/**
 * A pool of connections to one SMTP server.
 *
 * @param url smtp://user:password@host:587 (STARTTLS where offered; `?requireTLS=true` insists) or smtps://…:465
 */
export function smtpTransport(
  url: string,
  { connections = 5, connectTimeout = 10_000, silenceTimeout = 60_000, dkim }: SmtpOptions = {},
): Transport {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    // A lost connection is the outbox's to judge: it counts the attempts and spaces them.
    maxRequeues: 0,
    connectionTimeout: connectTimeout,
    greetingTimeout: connectTimeout,
    dnsTimeout: connectTimeout,
    socketTimeout: silenceTimeout,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.key } }),
  } as Parameters<typeof createTransport>[0]);
  const underWay = new Set<Promise<unknown>>();

  async function attempt(work: () => Promise<unknown>, mail?: OutgoingMail): Promise<SendResult> {
    const promise = work();
    underWay.add(promise);
    try {
      await promise;
      return { ok: true };
    } catch (error) {
      return failure(error as SmtpError, mail);
    } finally {
      underWay.delete(promise);
    }
  }

  return {
    send: (mail) => attempt(() => pool.sendMail(mail), mail),
    verify: () => attempt(() => pool.verify()),
    async close() {
      await Promise.allSettled(underWay);
      pool.close();
    },
  };
}

/** What nodemailer adds to an error: which command failed, and with what reply. */
type SmtpError = Error & {
  code?: string;
  originalCode?: string;
  command?: string;
  responseCode?: number;
  response?: string;
};

function failure(error: SmtpError, mail?: OutgoingMail): SendFailure {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(error.response ?? "")?.[1];
  const reply = error.responseCode ? `${error.responseCode}${enhanced ? ` ${enhanced}` : ""}` : null;
  const reason = reasonOf(error, enhanced);
  return {
    ok: false,
    kind: reason === "recipient" && isPermanent(error) ? "hard" : "soft",
    reason,
    code: reply ?? error.originalCode ?? error.code ?? "unknown",
    message: withoutAddresses(error.message, mail),
  };
}

/**
 * Whose fault it is, from the command that failed and the enhanced status (RFC 3463): x.1.x and x.2.x speak of the
 * address and its mailbox, x.7.x of policy towards the sender.
 */
function reasonOf({ command, code, responseCode, message }: SmtpError, enhanced?: string): SendFailure["reason"] {
  const subject = enhanced?.split(".")[1];
  if (code === "EAUTH" || command === "MAIL FROM" || command?.startsWith("AUTH")) return "transport";
  if (code === "ETLS" || code === "ENOAUTH" || code === "ECONFIG" || responseCode === 530) return "transport";
  if (/^Invalid recipient/.test(message)) return "recipient";
  if (code === "EENVELOPE" && !responseCode) return "transport";
  if (command === "RCPT TO") return !subject || subject === "1" || subject === "2" ? "recipient" : "transport";
  if (command === "DATA" && responseCode) return /^[45]\.(1|2)\./.test(enhanced ?? "") ? "recipient" : "message";
  if (code === "EMESSAGE") return "message";
  return "network";
}

/** Permanent for the recipient: a 5xx that is not a full mailbox (x.2.2), or an address no server would take. */
function isPermanent({ responseCode, response = "" }: SmtpError): boolean {
  if (!responseCode) return true;
  const full = responseCode === 552 || /^\d{3}[ -]\d\.2\.2\b/.test(response);
  return responseCode >= 500 && !full;
}

function withoutAddresses(message: string, mail?: OutgoingMail): string {
  let clean = message.replace(/\s+/g, " ");
  for (const address of mail ? [...mail.envelope.to, mail.envelope.from] : []) {
    clean = clean.replaceAll(address, "[address]");
    const name = address.split("@")[0];
    if (name && name.length > 2) clean = clean.replaceAll(name, "[address]");
  }
  return clean.replace(/[^\s<>"'(]+@[^\s<>"'),;]+/g, "[address]").slice(0, 300);
}
