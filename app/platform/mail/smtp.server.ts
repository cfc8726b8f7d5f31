import { buffer } from "node:stream/consumers";
import { createTransport } from "nodemailer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection, { type Options, type SMTPConnectionAuth } from "nodemailer/lib/smtp-connection";
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
  /** The header in which the server takes a key by which it knows a message again, where it does. */
  keyHeader?: string;
};

/** A connection that has been still for this long is closed, before the server does. Milliseconds. */
const stillFor = 5_000;
/** How many messages go over one connection: servers set a bound, and 100 is under all we know of. */
const perConnection = 100;

/**
 * A pool of connections to one SMTP server. They are nodemailer's, without the queue it has before them: a message here
 * is composed already, and the outbox counts the attempts.
 *
 * @param url smtp://user:password@host:587 (STARTTLS where offered; `?requireTLS=true` insists) or smtps://…:465
 */
export function smtpTransport(
  url: string,
  { connections = 10, connectTimeout = 10_000, silenceTimeout = 60_000, dkim, keyHeader }: SmtpOptions = {},
): Transport {
  const { auth: given, ...server } = parseConnectionUrl(url);
  const auth = given?.user || given?.pass ? { user: given.user, credentials: given } : undefined;
  const options = {
    ...server,
    connectionTimeout: connectTimeout,
    greetingTimeout: connectTimeout,
    dnsTimeout: connectTimeout,
    socketTimeout: silenceTimeout,
  };
  const signer = dkim && signerWith(dkim);
  const free: Line[] = [];
  const waiting: ((line: Line | null) => void)[] = [];
  const underWay = new Set<Promise<unknown>>();
  let open = 0;
  let closed = false;

  /** A free connection, a new one, or the next that becomes free. */
  async function take(): Promise<Line> {
    if (closed) throw Object.assign(new Error("The connections are closed"), { code: "ECLOSED" });
    for (let line = free.pop(); line; line = free.pop()) {
      line.rest?.();
      if (!line.ended()) return line;
      open -= 1;
    }
    if (open >= connections) {
      const line = await new Promise<Line | null>((resolve) => waiting.push(resolve));
      if (line) return line;
    } else open += 1;
    try {
      return await connect(options, auth);
    } catch (error) {
      letGo();
      throw error;
    }
  }

  /** One connection fewer: the first who waits opens another. */
  function letGo(): void {
    const next = waiting.shift();
    if (next) next(null);
    else open -= 1;
  }

  function giveBack(line: Line): void {
    if (line.ended() || line.sent >= perConnection) {
      line.close();
      letGo();
      return;
    }
    const next = waiting.shift();
    if (next) {
      next(line);
      return;
    }
    const timer = setTimeout(() => {
      const place = free.indexOf(line);
      if (place < 0) return;
      free.splice(place, 1);
      line.close();
      letGo();
    }, stillFor);
    line.rest = () => clearTimeout(timer);
    free.push(line);
  }

  async function sendOne(mail: OutgoingMail): Promise<void> {
    const keyed = keyHeader && mail.messageId ? { ...mail, raw: withKey(mail.raw, keyHeader, mail.messageId) } : mail;
    const signed = signer ? { ...keyed, raw: await signer(keyed) } : keyed;
    const line = await take();
    try {
      await line.send(signed);
    } finally {
      giveBack(line);
    }
  }

  async function attempt(promise: Promise<unknown>, mail?: OutgoingMail): Promise<SendResult> {
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
    name: "smtp",
    send: (mail) => attempt(sendOne(mail), mail),
    verify: () => attempt(connect(options, auth).then((line) => line.close())),
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
      for (const line of free.splice(0)) {
        line.rest?.();
        line.close();
      }
    },
  };
}

/** With the delivery's id as its key, from the Message-ID: it is the same for every attempt. */
function withKey(raw: Buffer, header: string, messageId: string): Buffer {
  return Buffer.concat([Buffer.from(`${header}: samvirk/${messageId.slice(1).split("@")[0]}\r\n`), raw]);
}

/** Signs messages as they are (RFC 6376). */
function signerWith({ domain, selector, key }: NonNullable<SmtpOptions["dkim"]>) {
  const dkim = { domainName: domain, keySelector: selector, privateKey: key };
  const stream = createTransport({ streamTransport: true, buffer: true, newline: "windows", dkim });
  return async ({ envelope, raw }: OutgoingMail): Promise<Buffer> => {
    const { message } = await stream.sendMail({ envelope, raw });
    return Buffer.isBuffer(message) ? message : buffer(message);
  };
}

type Line = {
  sent: number;
  /** Ends the wait after which the connection is closed. */
  rest?: () => void;
  ended(): boolean;
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
};

/** Connects and signs in. */
async function connect(options: Options, auth: SMTPConnectionAuth | undefined): Promise<Line> {
  const connection = new SMTPConnection(options);
  let ended = false;
  let fail = (_error: Error) => {};
  connection.on("error", (error: Error) => {
    ended = true;
    fail(error);
  });
  connection.on("end", () => {
    ended = true;
    fail(Object.assign(new Error("The server hung up"), { code: "ECONNECTION" }));
  });
  const step = (work: (done: (error?: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      fail = reject;
      work((error) => (error ? reject(error) : resolve()));
    });
  try {
    await step((done) => connection.connect(done));
    if (auth && connection.allowsAuth) await step((done) => connection.login(auth, done));
  } catch (error) {
    connection.close();
    throw error;
  }
  const line: Line = {
    sent: 0,
    ended: () => ended,
    async send({ envelope, raw }) {
      line.sent += 1;
      try {
        await step((done) => connection.send({ from: envelope.from, to: [...envelope.to] }, raw, done));
      } catch (error) {
        // A refusal leaves the connection as it was; after anything else nobody knows where it stands.
        const { responseCode, code } = error as SmtpError;
        const refused = (code === "EENVELOPE" || code === "EMESSAGE") && responseCode !== 421 && !ended;
        if (refused) await step((done) => connection.reset(done)).catch(() => connection.close());
        else connection.close();
        throw error;
      }
    },
    close() {
      ended = true;
      connection.close();
    },
  };
  return line;
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
