import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = { from: string; to: string[]; raw: Buffer };

type Options = {
  /** Answers a recipient with this SMTP code and text, such as 550 "No such user"; undefined accepts. */
  refuse?: (recipient: string) => { code: number; text: string } | undefined;
  /** How long each mail waits for its answer. Milliseconds. */
  delay?: number;
};

/** A real SMTP server on loopback that keeps what it is sent. `options` may be changed while it runs. */
export async function startSmtp(options: Options = {}): Promise<{
  url: string;
  mails: ReceivedMail[];
  options: Options;
  stop(): Promise<void>;
}> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1_000,
    onRcptTo(address, _session, callback) {
      const refused = options.refuse?.(address.address);
      callback(refused && Object.assign(new Error(refused.text), { responseCode: refused.code }));
    },
    async onData(stream, session, callback) {
      // Who hangs up in the middle of a mail has sent none.
      const raw = await buffer(stream).catch(() => null);
      if (!raw) return;
      if (options.delay) await sleep(options.delay);
      const { mailFrom, rcptTo } = session.envelope;
      mails.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address), raw });
      callback();
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (!address || typeof address === "string") throw new Error("The SMTP server has no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    options,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
