import { UnfilledError } from "~/domain/delivery/fill";
import { nextAttempt } from "~/domain/delivery/retry";
import { neverHeld, placeInLine } from "~/features/delivery/delivery.db.server";
import { judgeHold } from "~/features/delivery/judge-hold.server";
import { type Chain, type Loaded, loadBatch } from "~/features/delivery/load-batch.server";
import {
  type Claim,
  type ClaimedDelivery,
  claimDue,
  recordOutcome,
  renewLeases,
  type SentMail,
} from "~/features/delivery/outbox.db.server";
import { recorder } from "~/features/delivery/record-sent.server";
import { writeMail } from "~/features/delivery/write-mail.server";
import { withRegion } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";
import { log } from "~/platform/log.server";
import type { SendResult, Transport } from "~/platform/mail/transport.server";

/** A worker that is silent for this long has lost its messages to another; it speaks up well before. Seconds. */
const leaseSeconds = 120;
const renewBefore = 90;
/**
 * How many messages are on their way at once, in one worker: each is recorded before its lane takes the next, so that
 * no more than these can go twice when the worker is killed.
 */
const lanes = 20;
/** How often what lets somebody in is looked for beside a long row of other messages. Milliseconds. */
const urgentEvery = 1_000;

type Input = {
  worker: string;
  transport: Transport;
  now: () => Date;
  /** The most that is claimed at a time: what is said of "one batch" is said of this many. */
  limit?: number;
};

type Batch = { size: number; loaded: Loaded[]; until: Date };

/**
 * Sends what is due, batch by batch, until there is no more: the next is claimed while one is sent. Each message is sent
 * outside any transaction, and what became of it recorded only while this worker still holds it. Returns how many were
 * taken.
 */
export async function deliverDue(input: Input): Promise<number> {
  const limit = input.limit ?? 100;
  let urgentAt = input.now().getTime();
  let taken = 0;
  let next: Promise<Batch> | null = takeBatch(input, limit);
  while (next) {
    const batch: Batch = await next;
    taken += batch.size;
    const sending = sendBatch(batch, input);
    next = batch.size >= limit ? takeBatch(input, limit) : null;
    if (next && input.now().getTime() - urgentAt >= urgentEvery) {
      urgentAt = input.now().getTime();
      const urgent = await takeBatch(input, limit, true);
      taken += urgent.size;
      await sendBatch(urgent, input);
    }
    // What failed is thrown when all that was begun has ended.
    const [sent, claimed] = await Promise.allSettled([sending, next]);
    if (sent.status === "rejected") throw sent.reason;
    if (claimed.status === "rejected") throw claimed.reason;
  }
  return taken;
}

async function takeBatch({ worker, now }: Input, limit: number, urgent = false): Promise<Batch> {
  const at = now();
  const claims = await claimDue(systemDb(), { worker, now: at, limit, leaseSeconds, urgent });
  const regions = Map.groupBy(claims, ({ regionId }) => regionId);
  const loaded: Loaded[] = [];
  for (const own of regions.values()) loaded.push(await loadBatch(own, { worker, now: at }));
  return { size: claims.length, loaded, until: new Date(at.getTime() + leaseSeconds * 1000) };
}

/** What a lane needs to know of the region it sends for. */
type Context = Input & {
  batch: Loaded;
  keep: (id: string) => Promise<boolean>;
  record: (mail: SentMail) => Promise<void>;
};

async function sendBatch({ loaded, until }: Batch, input: Input): Promise<void> {
  const work = loaded.flatMap((batch) => {
    const context = {
      ...input,
      batch,
      keep: leaseKeeper(batch, until, input),
      record: recorder({ regionId: batch.regionId, worker: input.worker, transport: input.transport.name ?? null }),
    };
    return batch.chains.map((chain) => () => sendChain(chain, context));
  });
  const lane = async () => {
    for (let next = work.shift(); next; next = work.shift()) await next();
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(lanes, work.length) }, lane));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}

/** Moves the lease on of all that is left when it is about to run out; says whether a message is still this worker's. */
function leaseKeeper({ regionId, chains }: Loaded, first: Date, { worker, now }: Input) {
  const left = new Set(chains.flat().map(({ id }) => id));
  let until = first.getTime();
  let renewing: Promise<void> | null = null;
  const renew = async () => {
    const to = new Date(now().getTime() + leaseSeconds * 1000);
    const still = new Set(await renewLeases(systemDb(), { regionId, ids: [...left], worker, until: to }));
    for (const id of left) if (!still.has(id)) left.delete(id);
    until = to.getTime();
  };
  return async (id: string): Promise<boolean> => {
    if (until - now().getTime() < renewBefore * 1000) {
      renewing ??= renew().finally(() => {
        renewing = null;
      });
      await renewing;
    }
    return left.delete(id);
  };
}

/** Sends messages about the same thing in their order; when one must be tried again, those behind it wait for it. */
async function sendChain(chain: Chain, context: Context): Promise<void> {
  const { batch, worker, now } = context;
  const access = { regionId: batch.regionId, personId: null, via: "worker" } as const;
  for (const [place, delivery] of chain.entries()) {
    if (!(await context.keep(delivery.id))) continue;
    if (await sendOne(delivery, context)) continue;
    const ids = chain.slice(place + 1).map(({ id }) => id);
    const data = { state: "queued" as const, attempts: { decrement: 1 }, dueAt: new Date(now().getTime() + 5_000) };
    await withRegion(access, (db) => recordOutcome(db, { ids, worker, data }));
    return;
  }
}

/** Sends one message. False when it is to be tried again; a refusal for good holds the address (M3). */
async function sendOne(delivery: ClaimedDelivery, context: Context): Promise<boolean> {
  const { batch, worker, now, transport } = context;
  const { region, regionId, templates } = batch;
  let result: SendResult;
  let mail: Awaited<ReturnType<typeof writeMail>> | null = null;
  try {
    const template = (delivery.templateId && templates.get(delivery.templateId)) || null;
    const meAddress = region.mailMode === "to_me" && !neverHeld.includes(delivery.kind) ? region.meAddress : null;
    mail = await writeMail({ region, delivery, template, meAddress });
    result = await transport.send(mail);
  } catch (error) {
    const what = mail ? "the way out broke" : "a message could not be made";
    log.error({ error, delivery: delivery.id }, what);
    const code = error instanceof UnfilledError ? `unfilled ${error.token}` : "compose";
    result = mail
      ? { ok: false, kind: "soft", reason: "transport", code: "send", message: what }
      : { ok: false, kind: "hard", reason: "message", code, message: what };
  }
  const at = now();
  if (result.ok && mail) {
    const { messageId, subject } = mail;
    await context.record({ id: delivery.id, messageId, subject, providerId: result.providerId ?? null, at });
    return true;
  }
  if (result.ok) return true;
  const failure = result;
  const retry = nextAttempt(delivery.attempts, failure.kind, at);
  const lastError = `${failure.reason}: ${failure.code}`;
  return withRegion({ regionId, personId: null, via: "worker" }, async (db) => {
    const data = !retry
      ? { state: "failed" as const, sentAt: null, lastError }
      : (await placeInLine(db, delivery)).overtaken
        ? { state: "dropped" as const, secret: null, sentAt: null, lastError }
        : { state: "queued" as const, dueAt: retry, sentAt: null, lastError };
    const recorded = await recordOutcome(db, { ids: [delivery.id], worker, data });
    if (recorded && data.state === "failed" && failure.reason === "recipient") await judgeHold(db, delivery, at);
    return data.state !== "queued";
  });
}
