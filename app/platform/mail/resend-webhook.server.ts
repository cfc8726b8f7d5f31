import { Resend } from "resend";
import { z } from "zod";

const address = z.string();
const about = z.object({
  email_id: z.string(),
  message_id: z.string().nullish(),
  tags: z.record(z.string(), z.string()).default({}),
  to: z.array(address).default([]),
  bounce: z.object({ type: z.string().default(""), subType: z.string().default("") }).optional(),
});
const told = [
  "email.sent",
  "email.delivered",
  "email.delivery_delayed",
  "email.bounced",
  "email.complained",
  "email.failed",
  "email.suppressed",
] as const;
const instant = z.iso.datetime({ offset: true });
const event = z.discriminatedUnion("type", [
  z.object({ type: z.enum(told), created_at: instant, data: about }),
  z.object({
    type: z.literal("email.received"),
    created_at: instant,
    data: z.object({ email_id: z.string(), to: z.array(address), received_for: z.array(address).default([]) }),
  }),
]);

export type WebhookEvent = z.infer<typeof event>;
export type ToldEvent = Exclude<WebhookEvent, { type: "email.received" }>;

/** What a webhook says: an event, one that is nothing to us, or one that is not the provider's. */
export type Webhook = { ok: true; id: string; event: WebhookEvent | null } | { ok: false };

/**
 * Reads a webhook of Resend (Standard Webhooks): signed with the secret, and not older or newer than five minutes. The
 * id is the same each time it is sent, by which a replay counts once.
 */
export function readWebhook(body: string, headers: Headers, webhookSecret: string): Webhook {
  const [id, timestamp, signature] = ["id", "timestamp", "signature"].map((name) => headers.get(`svix-${name}`) ?? "");
  try {
    // The library asks for a key also where none is used.
    const { webhooks } = new Resend("re_none");
    const payload = webhooks.verify({
      payload: body,
      headers: { id: id ?? "", timestamp: timestamp ?? "", signature: signature ?? "" },
      webhookSecret,
    });
    const read = event.safeParse(payload);
    return { ok: true, id: id ?? "", event: read.success ? read.data : null };
  } catch {
    return { ok: false };
  }
}

/** The largest mail that is fetched. Octets. */
const most = 1_048_576;

/**
 * The bytes of a mail that Resend has received; null when it is gone or too large. The webhook tells only that it is
 * there.
 *
 * @throws Error when the provider does not answer as it should, so that the webhook is sent again
 */
export async function fetchReceived(
  { key, baseUrl, timeout = 20_000 }: { key: string; baseUrl: string; timeout?: number },
  id: string,
): Promise<Uint8Array | null> {
  const resend = new Resend(key, { baseUrl });
  const signal = AbortSignal.timeout(timeout);
  const { data, error } = await resend.emails.receiving.get(encodeURIComponent(id), {}, { signal });
  if (error?.statusCode === 404) return null;
  const url = data?.raw?.download_url;
  if (error || !url) throw new Error(`the mail could not be fetched: ${error?.name ?? "no address"}`);
  // Over https, or where the installation's own address says otherwise.
  if (new URL(url).protocol !== "https:" && new URL(url).origin !== new URL(baseUrl).origin)
    throw new Error("the mail is kept at an address that is not safe");
  const response = await fetch(url, { signal });
  if (response.status === 404) return null;
  if (!response.ok || !response.body) throw new Error(`the mail could not be fetched: ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}
