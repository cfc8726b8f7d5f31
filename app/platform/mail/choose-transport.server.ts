import { readEnv } from "~/platform/env.server";
import type { BatchTransport } from "~/platform/mail/batches.server";
import { mailboxTransport } from "~/platform/mail/mailbox.server";
import { resendBatches } from "~/platform/mail/resend.server";
import { smtpTransport } from "~/platform/mail/smtp.server";
import type { Transport } from "~/platform/mail/transport.server";

/** Whose mail it is, and which way out she has chosen; null is the installation's. */
export type Sender = { slug: string; mailTransport: "smtp" | "resend" | "mailbox" | null };

/** The ways out of an installation, each made when it is first asked for. */
export type Transports = {
  /** For mail that goes one at a time. */
  of(sender: Sender): Transport;
  /** For a sender's newsletters, where her way out takes batches. */
  batchesOf(sender: Sender): BatchTransport | null;
  /** Lets what is under way end. */
  close(): Promise<void>;
};

export function transports(): Transports {
  const single = new Map<string, Transport>();
  const batches = new Map<string, BatchTransport>();
  return {
    of(sender) {
      const { name, key } = wayOf(sender);
      const known = `${name} ${key ?? ""}`;
      const transport = single.get(known) ?? open(name, key);
      single.set(known, transport);
      return transport;
    },
    batchesOf(sender) {
      const { key } = wayOf(sender);
      if (key === null) return null;
      const transport = batches.get(key) ?? resendBatches({ key, baseUrl: readEnv().RESEND_BASE_URL });
      batches.set(key, transport);
      return transport;
    },
    async close() {
      await Promise.all([...single.values()].map((transport) => transport.close()));
    },
  };
}

/**
 * Which ways out a region may choose between: those that are set up here. None where all mail stays in the mailbox.
 */
export function waysFor(slug: string): ("smtp" | "resend")[] {
  const { MAIL_TRANSPORT, SMTP_URL } = readEnv();
  if (MAIL_TRANSPORT === "mailbox") return [];
  return [...(SMTP_URL ? ["smtp" as const] : []), ...(keyOf(slug) === null ? [] : ["resend" as const])];
}

/**
 * How a sender's mail leaves. An installation with a mailbox keeps all of it; a region that has chosen SMTP leaves by
 * nothing else, and one that has chosen Resend by SMTP where there is no account for it.
 */
function wayOf({ slug, mailTransport }: Sender): { name: "smtp" | "resend" | "mailbox"; key: string | null } {
  const { MAIL_TRANSPORT } = readEnv();
  if (MAIL_TRANSPORT === "mailbox") return { name: "mailbox", key: null };
  const name = mailTransport ?? MAIL_TRANSPORT;
  const key = name === "resend" ? keyOf(slug) : null;
  return key === null ? { name: name === "mailbox" ? "mailbox" : "smtp", key } : { name: "resend", key };
}

/** The key of the account with Resend a region's mail goes by: its own, else the installation's. */
function keyOf(slug: string): string | null {
  const { RESEND_API_KEY, RESEND_REGIONS } = readEnv();
  const own = Object.hasOwn(RESEND_REGIONS, slug) ? RESEND_REGIONS[slug] : undefined;
  return own?.key ?? RESEND_API_KEY ?? null;
}

function open(name: "smtp" | "resend" | "mailbox", key: string | null): Transport {
  const { SMTP_URL, RESEND_SMTP_URL, DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY: pem } = readEnv();
  if (name === "mailbox") return mailboxTransport();
  if (key !== null) {
    const url = new URL(RESEND_SMTP_URL);
    Object.assign(url, { username: "resend", password: encodeURIComponent(key) });
    // The provider signs what it sends itself, and knows a key as it does for its batches.
    return { ...smtpTransport(url.href, { keyHeader: "Resend-Idempotency-Key" }), name: "resend" };
  }
  if (!SMTP_URL) return nowhere;
  return smtpTransport(SMTP_URL, domain && selector && pem ? { dkim: { domain, selector, key: pem } } : {});
}

/** Where a region has chosen SMTP and there is no server: its mail waits, for an operator or another choice. */
const missing = {
  ok: false,
  kind: "soft",
  reason: "transport",
  code: "ENOSMTP",
  message: "SMTP_URL is not set",
} as const;
const nowhere: Transport = {
  name: "smtp",
  send: async () => missing,
  verify: async () => missing,
  close: async () => {},
};
