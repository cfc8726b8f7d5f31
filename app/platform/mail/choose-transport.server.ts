import { readEnv } from "~/platform/env.server";
import { mailboxTransport } from "~/platform/mail/mailbox.server";
import { smtpTransport } from "~/platform/mail/smtp.server";
import type { Transport } from "~/platform/mail/transport.server";

/** The transport this installation is set to. */
export function chooseTransport(): Transport {
  const env = readEnv();
  return env.MAIL_TRANSPORT === "smtp" && env.SMTP_URL ? smtpTransport(env.SMTP_URL) : mailboxTransport();
}
