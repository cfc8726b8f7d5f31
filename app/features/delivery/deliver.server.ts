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
import type { Sender } from "~/platform/mail/choose-transport.server";
import type { SendResult, Transport } from "~/platform/mail/transport.server";

/** A worker that is silent for this long has lost its messages to another; it speaks up well before. Seconds. */
export const lease = 120;
/**
 * How many messages are on their way at once, in one worker: each is recorded before its lane takes the next, so that
 * no more than these can go twice when the worker is killed.
 */
export const lanes = 20;
/** How often what lets somebody in is looked for beside a long row of other messages. Milliseconds. */
const urgentEvery = 1_000;

type Input = {
  worker: string;
  /** The way out, or that of each region. */
  transport: Transport | ((sender: Sender) => Transport);
  now: () => Date;
  /** What is said of "one batch" is said of this many: no more are claimed and not begun. */
  limit?: number;
  /** How many are taken before it ends, about. */
  most?: number;
  /** Whether the program is ending: nothing more is claimed then. */
  ending?: () => boolean;
  /** Seconds, where it is not the usual lease. */
  leaseSeconds?: number;
};

/** What a lane needs to know of the region it sends for. */
type Context = Omit<Input, "transport"> & {
  transport: Transport;
  batch: Loaded;
  keep: (id: string) => Promise<boolean>;
  record: (mail: SentMail) => Promise<void>;
};

/**
 * Sends what is due until there is no more: half a batch is claimed while the other half is sent. Each message is sent
 * outside any transaction, and what became of it recorded only while this worker still holds it. Returns how many were
 * taken.
 */
export async function deliverDue(input: Input): Promise<number> {
  const { most = Number.POSITIVE_INFINITY, leaseSeconds = lease } = input;
  const half = Math.max(1, Math.floor((input.limit ?? 100) / 2));
  const waiting: (() => Promise<void>)[] = [];
  const recorders = new Map<string, Context["record"]>();
  let taken = 0;
  let more = true;
  let urgentAt = input.now().getTime();
  let filling: Promise<void> | null = null;

  const jobsOf = (claims: Claim[], loaded: Loaded[], until: Date) => {
    taken += claims.length;
    return loaded.flatMap((batch) => {
      const { regionId, region } = batch;
      const transport = typeof input.transport === "function" ? input.transport(region) : input.transport;
      const way = transport.name ?? null;
      const known = `${regionId} ${way}`;
      const record = recorders.get(known) ?? recorder({ regionId, worker: input.worker, transport: way });
      recorders.set(known, record);
      const context = { ...input, transport, batch, record, keep: leaseKeeper(batch, until, input) };
      return batch.chains.map((chain) => () => sendChain(chain, context));
    });
  };
  const take = async (urgent: boolean) => {
    const at = input.now();
    const until = new Date(at.getTime() + leaseSeconds * 1000);
    const claims = await claimDue(systemDb(), { worker: input.worker, now: at, limit: half, leaseSeconds, urgent });
    const loaded: Loaded[] = [];
    for (const own of Map.groupBy(claims, ({ regionId }) => regionId).values())
      loaded.push(await loadBatch(own, { worker: input.worker, now: at }));
    return { size: claims.length, jobs: jobsOf(claims, loaded, until) };
  };
  const fill = async () => {
    try {
      if (input.now().getTime() - urgentAt >= urgentEvery) {
        waiting.unshift(...(await take(true)).jobs);
        urgentAt = input.now().getTime();
      }
      const { size, jobs } = await take(false);
      more = size >= half;
      waiting.push(...jobs);
    } catch (error) {
      more = false;
      throw error;
    } finally {
      filling = null;
    }
  };
  const lane = async () => {
    for (;;) {
      if (more && taken < most && !input.ending?.() && waiting.length <= half) filling ??= fill();
      const next = waiting.shift();
      if (next) await next();
      else if (filling) await filling;
      else return;
    }
  };
  // What failed is thrown when all that was begun has ended.
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  return taken;
}

/** Moves the lease on of all that is left when it is about to run out; says whether a message is still this worker's. */
function leaseKeeper({ regionId, chains }: Loaded, first: Date, { worker, now, leaseSeconds = lease }: Input) {
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
    if (until - now().getTime() < leaseSeconds * 750) {
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
