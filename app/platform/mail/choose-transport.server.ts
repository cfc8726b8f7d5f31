import { readEnv } from "~/platform/env.server";
import { mailboxTransport } from "~/platform/mail/mailbox.server";
import { smtpTransport } from "~/platform/mail/smtp.server";
import type { Transport } from "~/platform/mail/transport.server";

/** The transport this installation is set to, for mail that goes one at a time. */
export function chooseTransport(): Transport {
  const { MAIL_TRANSPORT, SMTP_URL, DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY: key } = readEnv();
  if (MAIL_TRANSPORT === "mailbox" || !SMTP_URL) return mailboxTransport();
  // A provider signs what it sends itself.
  const signs = MAIL_TRANSPORT === "smtp" && domain && selector && key;
  return smtpTransport(SMTP_URL, signs ? { dkim: { domain, selector, key } } : {});
}
