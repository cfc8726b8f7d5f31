import { randomUUID } from "node:crypto";
import { onEnd } from "#bin/lib/program";
import { removeExpired } from "~/features/auth/remove-expired.server";
import { wakeEvents } from "~/features/automation/wake-events.server";
import { deliverDue } from "~/features/delivery/deliver.server";
import { outbox } from "~/features/delivery/queue-message.server";
import { closeDatabase } from "~/platform/db/clients.server";
import { listenFor } from "~/platform/db/notices.server";
import { log } from "~/platform/log.server";
import { chooseTransport } from "~/platform/mail/choose-transport.server";

/** How often the outbox is looked into when nothing is heard of it, and how often old sign-ins are removed. Milliseconds. */
const pause = 1_000;
const housekeeping = 3_600_000;

const worker = randomUUID();
const transport = chooseTransport();
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

log.info("worker is up");
let cleaned = 0;
while (!ending) {
  heard = false;
  try {
    if (Date.now() - cleaned > housekeeping) {
      cleaned = Date.now();
      await removeExpired(new Date(cleaned));
    }
    await wakeEvents(new Date());
    if ((await deliverDue({ worker, transport, now: () => new Date() })) > 0) continue;
  } catch (error) {
    log.error({ error }, "the outbox could not be worked");
  }
  await new Promise<void>((resolve) => {
    wake = resolve;
    if (heard || ending) resolve();
    else setTimeout(resolve, pause);
  });
}
await notices.close();
await transport.close();
await closeDatabase();
