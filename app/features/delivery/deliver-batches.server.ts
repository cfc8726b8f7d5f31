import { createHash } from "node:crypto";
import { type BatchVerdict, judgeBatch, mayTry } from "~/domain/delivery/batch";
import { UnfilledError } from "~/domain/delivery/fill";
import {
  type BatchClaim,
  batchWithMessages,
  claimBatch,
  insertBatch,
  recordBatch,
  recordBatchSent,
  updateMessagesOf,
} from "~/features/delivery/batches.db.server";
import { lease } from "~/features/delivery/deliver.server";
import { type Loaded, loadBatch } from "~/features/delivery/load-batch.server";
import { claimDue, recordOutcome } from "~/features/delivery/outbox.db.server";
import { writeBatchMail } from "~/features/delivery/write-mail.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { withRegion } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";
import { log } from "~/platform/log.server";
import type { BatchMail, BatchResult, BatchTransport } from "~/platform/mail/batches.server";
import type { Sender } from "~/platform/mail/choose-transport.server";

type Input = {
  worker: string;
  /** The way out of a region's newsletters; null where it takes no batches. */
  transportOf: (sender: Sender) => BatchTransport | null;
  now: () => Date;
  /** How many batches are sent before it ends. */
  most?: number;
  /** Seconds, where it is not the usual lease; longer than a request may take. */
  leaseSeconds?: number;
};

type Claimed = NonNullable<Awaited<ReturnType<typeof batchWithMessages>>>;

/**
 * Sends the newsletters that leave in batches, until nothing more is due. A batch is frozen just before its first try:
 * who is in it and what each gets, with a hash; it is tried again as it is, under the same key, by whichever worker has
 * it. Who unsubscribes while an issue is sent is in no batch that is frozen later. Returns how many were taken.
 */
export async function deliverBatches(input: Input): Promise<number> {
  const { worker, now, most = Number.POSITIVE_INFINITY, leaseSeconds = lease } = input;
  let taken = 0;
  for (; taken < most; taken += 1) {
    const waiting = await claimBatch(systemDb(), { worker, now: now(), leaseSeconds });
    const claim =
      waiting ?? ((await freeze(input)) ? await claimBatch(systemDb(), { worker, now: now(), leaseSeconds }) : null);
    if (!claim) break;
    const pause = await sendClaimed(claim, input);
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return taken;
}

/** Freezes what is due next into a batch of each template; false when nothing is. */
async function freeze(input: Input): Promise<boolean> {
  const { worker, transportOf, now, leaseSeconds = lease } = input;
  const at = now();
  const claims = await claimDue(systemDb(), { worker, now: at, limit: 100, leaseSeconds, batches: true });
  const regions = Map.groupBy(claims, ({ regionId }) => regionId);
  let frozen = false;
  for (const own of regions.values()) {
    const loaded = await loadBatch(own, { worker, now: at });
    const size = transportOf(loaded.region)?.size ?? 1;
    for (const part of partsOf(await writable(loaded, worker), size)) {
      await withRegion({ regionId: loaded.regionId, personId: null, via: "worker" }, (db) =>
        insertBatch(db, {
          ...part,
          dueAt: at,
          worker,
          hash: hashOf(mailsOf(loaded.region, part.deliveries, part.template)),
        }),
      );
      frozen = true;
    }
  }
  // What was claimed may all have been left out; then there may be more.
  return frozen || (claims.length > 0 && (await freeze(input)));
}

/** Without the messages that cannot be written: each of those has failed, and keeps no other waiting. */
async function writable(loaded: Loaded, worker: string): Promise<Loaded> {
  const broken = new Map<string, string>();
  for (const delivery of loaded.chains.flat()) {
    const template = (delivery.templateId && loaded.templates.get(delivery.templateId)) || null;
    try {
      mailsOf(loaded.region, [delivery], template);
    } catch (error) {
      log.error({ error, delivery: delivery.id }, "a message could not be made");
      broken.set(delivery.id, error instanceof UnfilledError ? `unfilled ${error.token}` : "compose");
    }
  }
  if (broken.size === 0) return loaded;
  await withRegion({ regionId: loaded.regionId, personId: null, via: "worker" }, async (db) => {
    for (const [id, code] of broken)
      await recordOutcome(db, { ids: [id], worker, data: { state: "failed", lastError: `message: ${code}` } });
  });
  return { ...loaded, chains: loaded.chains.map((chain) => chain.filter(({ id }) => !broken.has(id))) };
}

/** The messages of one template together, no more than go in one batch; one that was refused with others goes by itself. */
function partsOf({ chains, templates }: Loaded, size: number) {
  const parts: {
    templateId: string;
    template: NonNullable<Claimed["template"]>;
    deliveries: Claimed["deliveries"];
    ids: string[];
  }[] = [];
  for (const delivery of chains.flat()) {
    const template = delivery.templateId ? templates.get(delivery.templateId) : undefined;
    if (!template) throw new Error("a newsletter has no template");
    const alone = delivery.attempts > 1;
    const open = parts.find(
      (part) =>
        part.templateId === template.id &&
        part.ids.length < size &&
        !alone &&
        part.deliveries.every(({ attempts }) => attempts <= 1),
    );
    if (open) {
      open.ids.push(delivery.id);
      open.deliveries.push(delivery);
    } else parts.push({ templateId: template.id, template, deliveries: [delivery], ids: [delivery.id] });
  }
  return parts;
}

const mailsOf = (
  region: Loaded["region"],
  deliveries: Claimed["deliveries"],
  template: Claimed["template"],
): BatchMail[] =>
  deliveries
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((delivery) =>
      writeBatchMail({ region, delivery, template, meAddress: region.mailMode === "to_me" ? region.meAddress : null }),
    );

const hashOf = (mails: BatchMail[]) => createHash("sha256").update(JSON.stringify(mails)).digest("hex");

/** Tries one batch, and records what became of it. Returns how long the provider asks us to pause (milliseconds). */
async function sendClaimed(claim: BatchClaim, { worker, transportOf, now }: Input): Promise<number> {
  const { regionId, attempts, triedAt } = claim;
  const access = { regionId, personId: null, via: "worker" } as const;
  const { region, batch } = await withRegion(access, async (db) => ({
    region: await ownRegion(db),
    batch: await batchWithMessages(db, { id: claim.id, worker }),
  }));
  if (!batch) return 0;
  const transport = transportOf(region);
  // A try that nobody has told the end of may have gone through.
  const unsure = attempts > 1 && !batch.lastError?.startsWith("later: ");
  if (!transport) {
    // The region has chosen another way out since: what has not left goes that way.
    const verdict = { do: unsure ? "park" : "part" } as const;
    await record(verdict, { access, batch, worker, now: now(), code: "transport", later: false });
    return 0;
  }
  const mails = mailsOf(region, batch.deliveries, batch.template);
  const facts = { size: batch.size, attempts, triedAt, keyKept: transport.keyKept, unsure };
  const same = mails.length === batch.size && hashOf(mails) === batch.hash;
  const result: BatchResult | null =
    same && mayTry(facts, now()) ? await transport.send(mails, `samvirk/${batch.id}`) : null;
  const at = now();
  if (result?.ok) {
    await withRegion(access, async (db) => {
      if (!(await recordBatch(db, { id: batch.id, worker, data: { state: "sent", lastError: null } }))) return;
      const sent = mails.map(({ id, subject }, place) => ({ id, subject, providerId: result.ids[place] ?? "" }));
      await recordBatchSent(db, { batchId: batch.id, sent, at, transport: "resend" });
    });
    return result.pause;
  }
  // What has changed since it was frozen cannot go under its key; what was never tried can be frozen anew.
  const verdict: BatchVerdict = result
    ? judgeBatch(result, facts, at)
    : !same && !unsure
      ? { do: "part" }
      : { do: "park" };
  const code = result ? result.code : same ? "key" : "changed";
  log.warn({ batch: batch.id, verdict: verdict.do, code }, "a batch did not leave");
  await record(verdict, { access, batch, worker, now: at, code, later: result?.kind === "later" && !unsure });
  return 0;
}

async function record(
  verdict: BatchVerdict,
  input: {
    access: { regionId: string; personId: null; via: "worker" };
    batch: Claimed;
    worker: string;
    now: Date;
    code: string;
    later: boolean;
  },
): Promise<void> {
  const { access, batch, worker, now, code, later } = input;
  await withRegion(access, async (db) => {
    const keep = (data: Parameters<typeof recordBatch>[1]["data"]) => recordBatch(db, { id: batch.id, worker, data });
    if (verdict.do === "again") {
      await keep({ state: "queued", dueAt: verdict.at, lastError: `${later ? "later" : "unknown"}: ${code}` });
    } else if (verdict.do === "park") {
      if (await keep({ state: "parked", lastError: `unknown: ${code}` }))
        await updateMessagesOf(db, batch.id, { state: "failed", lastError: `unknown: ${code}` });
    } else if (verdict.do === "fail") {
      if (await keep({ state: "failed", lastError: `message: ${code}` }))
        await updateMessagesOf(db, batch.id, { state: "failed", lastError: `message: ${code}`, secret: null });
    } else if (await keep({ state: "failed", lastError: `parted: ${code}` }))
      await updateMessagesOf(db, batch.id, { state: "queued", batchId: null, dueAt: now });
  });
}
