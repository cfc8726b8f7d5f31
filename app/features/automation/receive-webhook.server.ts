import type { ReportKind } from "~/domain/delivery/reports";
import { takeMail } from "~/features/automation/receive-mail.server";
import { recordReport } from "~/features/delivery/record-report.server";
import { regionOfDelivery } from "~/features/delivery/region-of-delivery.server";
import { findRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { readEnv } from "~/platform/env.server";
import { fetchReceived, readWebhook, type ToldEvent } from "~/platform/mail/resend-webhook.server";

/** Done, known from before or nothing to us; not signed as it should be; or not taken here at all. */
export type WebhookTaken = "taken" | "forged" | "nowhere";

/**
 * Takes one webhook of the provider. One that comes to a region's own address speaks of that region alone.
 *
 * @param slug the region whose own account it comes from; null for the installation's
 * @throws Error when it could not be taken now, so that it is sent again
 */
export async function receiveWebhook(
  { body, headers, slug }: { body: string; headers: Headers; slug: string | null },
  now: Date,
): Promise<WebhookTaken> {
  const env = readEnv();
  const own = slug === null ? null : Object.hasOwn(env.RESEND_REGIONS, slug) ? env.RESEND_REGIONS[slug] : undefined;
  const secret = slug === null ? env.RESEND_WEBHOOK_SECRET : own?.webhookSecret;
  const key = slug === null ? env.RESEND_API_KEY : own?.key;
  if (!secret) return "nowhere";
  const webhook = readWebhook(body, headers, secret);
  if (!webhook.ok) return "forged";
  const { event } = webhook;
  if (!event) return "taken";
  if (event.type === "email.received") {
    const raw = key && (await fetchReceived({ key, baseUrl: env.RESEND_BASE_URL }, event.data.email_id));
    if (raw) await takeMail({ to: [...new Set([...event.data.to, ...event.data.received_for])], raw }, now);
    return "taken";
  }
  const { deliveryId, named } = await aboutWhat(event, slug);
  const region = slug !== null && named !== slug ? null : await findRegion(named);
  if (!region) return "taken";
  const access = { regionId: region.id, personId: null, via: "mail" } as const;
  const { kind, code } = toldBy(event);
  const report = {
    deliveryId,
    key: `resend:${webhook.id}`,
    kind,
    at: new Date(event.created_at),
    code,
  };
  await withRegion(access, (db) => recordReport(db, report, now));
  return "taken";
}

const ownId = /^<?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@/i;

/**
 * Which message of ours, and of which region: by its tags, or by the Message-ID of what left by the provider's SMTP
 * endpoint, which takes none.
 */
async function aboutWhat({ data }: ToldEvent, slug: string | null): Promise<{ deliveryId: string; named: string }> {
  const { tags, message_id } = data;
  if (tags.delivery) return { deliveryId: tags.delivery, named: tags.region ?? "" };
  const deliveryId = ownId.exec(message_id ?? "")?.[1]?.toLowerCase() ?? "";
  return { deliveryId, named: slug ?? (deliveryId && (await regionOfDelivery(deliveryId))) ?? "" };
}

function toldBy({ type, data }: ToldEvent): { kind: ReportKind; code: string } {
  switch (type) {
    case "email.sent":
      return { kind: "sent", code: "" };
    case "email.delivered":
      return { kind: "delivered", code: "" };
    case "email.delivery_delayed":
      return { kind: "delayed", code: "" };
    case "email.complained":
      return { kind: "complaint", code: "" };
    case "email.suppressed":
      return { kind: "hard", code: "suppressed" };
    case "email.failed":
      return { kind: "soft", code: "failed" };
    case "email.bounced": {
      const { type: what, subType } = data.bounce ?? { type: "", subType: "" };
      // What the provider cannot tell is not for good (M3).
      return { kind: what === "Permanent" ? "hard" : "soft", code: [what, subType].filter(Boolean).join(" ") };
    }
  }
}
