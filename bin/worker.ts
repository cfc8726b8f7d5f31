import { randomUUID } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { onEnd } from "#bin/lib/program";
import { removeExpired } from "~/features/auth/remove-expired.server";
import { readsMailAt, takeMail } from "~/features/automation/receive-mail.server";
import { tickRegions } from "~/features/automation/tick-regions.server";
import { wakeEvents } from "~/features/automation/wake-events.server";
import { deliverDue, lease } from "~/features/delivery/deliver.server";
import { deliverBatches } from "~/features/delivery/deliver-batches.server";
import { outbox } from "~/features/delivery/queue-message.server";
import { closeDatabase } from "~/platform/db/clients.server";
import { listenFor } from "~/platform/db/notices.server";
import { readEnv } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { transports } from "~/platform/mail/choose-transport.server";
import { listenForMail } from "~/platform/mail/inbound.server";

// What a message takes is gone when it has left. Left to itself V8 lets that lie until the heap is twice what lives in it.
for (const flag of ["--heap-growing-percent=20", "--semi-space-growth-factor=1"]) setFlagsFromString(flag);

/** How often the outbox is looked into when nothing is heard of it, and how often old sign-ins are removed. Milliseconds. */
const pause = 1_000;
const housekeeping = 3_600_000;
/** How often a worker tries to take the mail that comes in, where another one on the machine does. Milliseconds. */
const taking = 10_000;

/** How many messages go before a worker looks at what else there is to do. */
const atATime = 1_000;
/** `--lease=SECONDS`: how long it may be silent before another takes its messages over. */
const asked = process.argv.map((argument) => /^--lease=(\d+)$/.exec(argument)?.[1]).find(Boolean);
const leaseSeconds = asked ? Number(asked) : lease;

const worker = randomUUID();
const ways = transports();
let ending = false;
let wake = () => {};
let heard = false;
const notices = listenFor(outbox, () => {
  heard = true;
  wake();
});

onEnd(() => {
  ending = true;
  wake();
});

const { INBOUND_SMTP_PORT: port, INBOUND_SMTP_HOST: host } = readEnv();
let inbound: Awaited<ReturnType<typeof listenForMail>> | undefined;
let tried = 0;

/** Listens for answers by mail where the installation says so, unless another worker on this machine does. */
async function takeMailIn(): Promise<void> {
  if (!port || inbound || Date.now() - tried < taking) return;
  const first = tried === 0;
  tried = Date.now();
  try {
    inbound = await listenForMail({ host, port }, { reads: readsMailAt, take: (mail) => takeMail(mail, new Date()) });
    log.info({ host, port }, "mail is taken in");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (first) log.warn({ host, port, code }, "INBOUND_SMTP_PORT cannot be listened on; tried again");
  }
}

log.info("worker is up");
let cleaned = 0;
while (!ending) {
  heard = false;
  try {
    if (Date.now() - cleaned > housekeeping) {
      cleaned = Date.now();
      await removeExpired(new Date(cleaned));
    }
    await takeMailIn();
    await wakeEvents(new Date());
    const now = () => new Date();
    await tickRegions(now());
    const sent = await deliverDue({
      worker,
      transport: ways.of,
      now,
      leaseSeconds,
      most: atATime,
      ending: () => ending,
    });
    // One batch at a time, so that what lets somebody in does not wait for a whole issue.
    if (sent + (await deliverBatches({ worker, transportOf: ways.batchesOf, now, leaseSeconds, most: 1 })) > 0)
      continue;
  } catch (error) {
    log.error({ error }, "the outbox could not be worked");
  }
  await new Promise<void>((resolve) => {
    wake = resolve;
    if (heard || ending) resolve();
    else setTimeout(resolve, pause);
  });
}
await inbound?.close();
await notices.close();
await ways.close();
await closeDatabase();
