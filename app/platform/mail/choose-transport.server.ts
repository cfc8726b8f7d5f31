import { readEnv } from "~/platform/env.server";
import type { BatchTransport } from "~/platform/mail/batches.server";
import { mailboxTransport } from "~/platform/mail/mailbox.server";
import { resendBatches } from "~/platform/mail/resend.server";
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

/** The way out for a region's newsletters where it takes batches: its own account's, else the installation's. */
export function batchTransports(): (slug: string) => BatchTransport | null {
  const made = new Map<string, BatchTransport>();
  return (slug) => {
    const { RESEND_API_KEY, RESEND_BASE_URL: baseUrl, RESEND_REGIONS } = readEnv();
    const own = Object.hasOwn(RESEND_REGIONS, slug) ? RESEND_REGIONS[slug] : undefined;
    const key = own?.key ?? RESEND_API_KEY;
    if (!key) return null;
    const transport = made.get(key) ?? resendBatches({ key, baseUrl });
    made.set(key, transport);
    return transport;
  };
}
