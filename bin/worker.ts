import { randomUUID } from "node:crypto";
import { onEnd } from "#bin/lib/program";
import { removeOldSignIns } from "~/features/auth/auth.db.server";
import { deliverDue } from "~/features/delivery/deliver.server";
import { closeDatabase } from "~/platform/db/clients.server";
import { systemDb } from "~/platform/db/system-db.server";
import { log } from "~/platform/log.server";
import { chooseTransport } from "~/platform/mail/choose-transport.server";
import { removeExpiredSessions } from "~/platform/session.server";

/** How often the outbox is looked into when it was empty, and how often old sign-ins are removed. Milliseconds. */
const pause = 1_000;
const housekeeping = 3_600_000;

const worker = randomUUID();
const transport = chooseTransport();
let ending = false;
let wake = () => {};

onEnd(() => {
  ending = true;
  wake();
});

log.info("worker is up");
let cleaned = 0;
while (!ending) {
  try {
    if (Date.now() - cleaned > housekeeping) {
      cleaned = Date.now();
      await removeExpiredSessions();
      await removeOldSignIns(systemDb(), new Date(cleaned - 24 * 3_600_000));
    }
    if ((await deliverDue({ worker, transport, now: () => new Date() })) > 0) continue;
  } catch (error) {
    log.error({ error }, "the outbox could not be worked");
  }
  await new Promise<void>((resolve) => {
    wake = resolve;
    setTimeout(resolve, pause);
  });
}
await transport.close();
await closeDatabase();
