import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { log } from "~/platform/log.server";

/** A mail as it came: envelope and bytes. */
export type ReceivedMail = { to: string[]; raw: Uint8Array };

export type MailHandler = {
  /** Whether mail to this address is taken; all other is refused, since nothing is passed on. */
  reads(address: string): Promise<boolean>;
  /** Done when the mail is kept. What it throws has the sender try again. */
  take(mail: ReceivedMail): Promise<unknown>;
};

export type InboundOptions = {
  host: string;
  port: number;
  /** Octets of the largest mail. */
  size?: number;
  /** How many senders are heard at once. */
  connections?: number;
  /** How long a sender may be silent. Milliseconds. */
  silence?: number;
};

const mostRecipients = 10;

/**
 * Listens for mail (SMTP, RFC 5321). It knows no passwords and passes nothing on, and stands behind the organisation's
 * own mail server. A mail is said to be taken when it is; nothing of it is logged.
 *
 * @returns the port it listens on, and how to end it
 * @throws the error of the network when the address cannot be listened on
 */
export async function listenForMail(
  { host, port, size = 1_048_576, connections = 20, silence = 30_000 }: InboundOptions,
  { reads, take }: MailHandler,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    name: "samvirk",
    banner: "Samvirk",
    size,
    maxClients: connections,
    socketTimeout: silence,
    closeTimeout: 2_000,
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, session, done) {
      if (session.envelope.rcptTo.length >= mostRecipients) return done(refusal(452, "Too many recipients"));
      reads(address).then(
        (read) => done(read ? null : refusal(550, "No such mailbox here")),
        (error) => done(tryAgain(error)),
      );
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      let length = 0;
      stream.on("data", (chunk: Buffer) => {
        length += chunk.length;
        // What is too much is read to its end, as the protocol wants it, and not kept.
        if (length <= size) chunks.push(chunk);
      });
      stream.once("error", (error) => done(tryAgain(error)));
      stream.once("end", () => {
        if (length > size || stream.sizeExceeded) return done(refusal(552, "The mail is too large"));
        take({ to: recipients(session), raw: Buffer.concat(chunks) }).then(
          () => done(null, "The mail is taken"),
          (error) => done(tryAgain(error)),
        );
      });
    },
  });
  // A sender who hangs up is no concern of ours.
  server.on("error", () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => {
      server.server.removeListener("error", reject);
      resolve();
    });
  });
  const bound = server.server.address();
  return {
    port: typeof bound === "object" && bound ? bound.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const recipients = ({ envelope }: SMTPServerSession) => envelope.rcptTo.map(({ address }) => address);

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function tryAgain(error: unknown): Error {
  log.error({ code: (error as { code?: unknown }).code, name: (error as Error).name }, "a mail could not be taken");
  return refusal(451, "Not now, try again later");
}
