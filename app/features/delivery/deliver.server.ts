import { type Message, messageSchema } from "#emails/message";
import { UnfilledError } from "~/domain/delivery/fill";
import { isToBeHeld, outcomeOf } from "~/domain/delivery/hold";
import { nextAttempt } from "~/domain/delivery/retry";
import { audit } from "~/features/audit/audit.server";
import {
  type Claim,
  claimDue,
  claimedDelivery,
  goesToHeld,
  holdPerson,
  lastOutcomes,
  personOf,
  placeInLine,
  recordOutcome,
  renewLease,
} from "~/features/delivery/delivery.db.server";
import { writeMail } from "~/features/delivery/write-mail.server";
import { senderOf } from "~/features/regions/organizer.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";
import { log } from "~/platform/log.server";
import { composeMail } from "~/platform/mail/compose.server";
import type { SendResult, Transport } from "~/platform/mail/transport.server";

/** A worker that is silent for this long has lost its messages to another. Seconds. */
const leaseSeconds = 120;
const atOnce = 5;
/** How long a message waits for an older one about the same invitation or registration to leave. Seconds. */
const behindSeconds = 5;

/** A message as it is kept when it has left: without what opens a door. */
function withoutSecret(message: Message): Message {
  return message.kind === "sign-in" ? { ...message, code: "000000" } : message;
}

/**
 * Sends what is due, up to `limit` messages. Each is sent outside any transaction, and what became of it recorded
 * only while this worker still holds it. Returns how many were taken.
 */
export async function deliverDue(input: {
  worker: string;
  transport: Transport;
  now: () => Date;
  limit?: number;
}): Promise<number> {
  const claims = await claimDue(systemDb(), {
    worker: input.worker,
    now: input.now(),
    limit: input.limit ?? 50,
    leaseSeconds,
  });
  const waiting = [...claims];
  const lanes = Array.from({ length: Math.min(atOnce, claims.length) }, async () => {
    for (let claim = waiting.shift(); claim; claim = waiting.shift()) await deliverOne(claim, input);
  });
  await Promise.all(lanes);
  return claims.length;
}

/**
 * Sends one message. What is about one invitation leaves in the order it was made, and one that is tried again when
 * something newer is there is dropped: a calendar must not be told the old after the new, nor invited after a CANCEL.
 * To a held address nothing goes but what lets somebody in (M3, M10); a refusal for good holds the address.
 */
async function deliverOne(
  claim: Claim,
  { worker, transport, now }: { worker: string; transport: Transport; now: () => Date },
): Promise<void> {
  const access = { regionId: claim.regionId, personId: null, via: "worker" } as const;
  const until = new Date(now().getTime() + leaseSeconds * 1000);
  if (!(await renewLease(systemDb(), claim, worker, until))) return;
  const { delivery, region } = await withRegion(access, async (db) => {
    const delivery = await claimedDelivery(db, claim.id, worker);
    const region = await db.region.findFirstOrThrow();
    if (!delivery) return { delivery, region };
    const held = await goesToHeld(db, delivery);
    if (held) {
      const data = { state: "dropped" as const, secret: null, lastError: `held: ${held}` };
      await recordOutcome(db, { id: delivery.id, worker, data: { ...data, leasedBy: null, leaseUntil: null } });
      return { delivery: null, region };
    }
    const { behind, overtaken } = await placeInLine(db, delivery);
    const data = behind
      ? {
          state: "queued" as const,
          attempts: claim.attempts - 1,
          dueAt: new Date(now().getTime() + behindSeconds * 1000),
        }
      : overtaken && claim.attempts > 1
        ? { state: "dropped" as const, secret: null }
        : null;
    if (!data) return { delivery, region };
    await recordOutcome(db, { id: delivery.id, worker, data: { ...data, leasedBy: null, leaseUntil: null } });
    return { delivery: null, region };
  });
  if (!delivery) return;
  let result: SendResult;
  let mail: { subject: string; messageId: string } | null = null;
  let message: Message | null = null;
  try {
    message = messageSchema.parse(delivery.message);
    const locale = delivery.locale === "nn" || delivery.locale === "en" ? delivery.locale : "nb";
    const written = await writeMail(message, { region, locale, secret: delivery.secret, template: delivery.template });
    const from = senderOf(region);
    const composed = await composeMail({
      deliveryId: delivery.id,
      from,
      to: { name: delivery.toName, address: delivery.toAddress },
      replyTo: region.replyAddress ? { name: from.name, address: region.replyAddress } : null,
      ...written,
      date: delivery.createdAt,
    });
    mail = { subject: written.subject, messageId: composed.messageId };
    result = await transport.send(composed);
  } catch (error) {
    const what = mail ? "the way out broke" : "a message could not be made";
    log.error({ error, delivery: delivery.id }, what);
    result = mail
      ? { ok: false, kind: "soft", reason: "transport", code: "send", message: what }
      : {
          ok: false,
          kind: "hard",
          reason: "message",
          code: error instanceof UnfilledError ? `unfilled ${error.token}` : "compose",
          message: what,
        };
  }
  const at = now();
  const free = { leasedBy: null, leaseUntil: null };
  const kept = { secret: null, ...(message && { message: withoutSecret(message) }), ...mail };
  const retry = result.ok ? null : nextAttempt(claim.attempts, result.kind, at);
  const lastError = result.ok ? null : `${result.reason}: ${result.code}`;
  await withRegion(access, async (db) => {
    const data = result.ok
      ? { ...free, ...kept, state: "sent" as const, sentAt: at, lastError }
      : !retry
        ? { ...free, state: "failed" as const, lastError }
        : (await placeInLine(db, delivery)).overtaken
          ? { ...free, state: "dropped" as const, secret: null, lastError }
          : { ...free, state: "queued" as const, dueAt: retry, lastError };
    const recorded = await recordOutcome(db, { id: delivery.id, worker, data });
    if (recorded && data.state === "failed" && !result.ok && result.reason === "recipient")
      await holdWhenRefused(db, delivery, at);
  });
}

/** Holds the address of a message the recipient's server would not take, when what has become of the last ones says so. */
async function holdWhenRefused(
  db: RegionDb,
  { personId, toAddress }: { personId: string | null; toAddress: string },
  now: Date,
): Promise<void> {
  const person = personId && (await personOf(db, personId));
  if (!person || person.email !== toAddress || person.heldSince) return;
  const outcomes = await lastOutcomes(db, { personId: person.id, address: toAddress });
  if (!isToBeHeld(outcomes.map((code) => (code === null ? "delivered" : outcomeOf(code))))) return;
  await holdPerson(db, person.id, { heldSince: now, heldReason: "bounced" });
  await audit(db, { action: "updated", subject: "person", id: person.id, after: { changed: ["hold"] } });
}
