import { setTimeout as sleep } from "node:timers/promises";
import { recordSent, type SentMail } from "~/features/delivery/outbox.db.server";
import { log } from "~/platform/log.server";

type Waiting = { mail: SentMail; done: () => void; failed: (error: unknown) => void };

/** Waits between tries to record what has left while the database is away. Milliseconds. */
const waits = [100, 300, 1_000, 3_000, 5_000];

/**
 * Records messages of one region that have left. Those that come while others are written are written together, in one
 * transaction; each is done when its own is. A database that is away for a moment is tried again: what has left and is not
 * recorded would leave once more.
 */
export function recorder(input: { regionId: string; worker: string; transport: string | null }) {
  let waiting: Waiting[] = [];
  let writing = false;
  const write = async (sent: SentMail[]) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await recordSent({ ...input, sent });
      } catch (error) {
        const wait = waits[attempt];
        if (wait === undefined) throw error;
        log.warn({ error, messages: sent.length }, "what has left could not be recorded yet");
        await sleep(wait);
      }
    }
  };
  const writeAll = async () => {
    writing = true;
    while (waiting.length > 0) {
      const some = waiting;
      waiting = [];
      try {
        await write(some.map(({ mail }) => mail));
        for (const { done } of some) done();
      } catch (error) {
        for (const { failed } of some) failed(error);
      }
    }
    writing = false;
  };
  return (mail: SentMail) =>
    new Promise<void>((done, failed) => {
      waiting.push({ mail, done, failed });
      if (!writing) void writeAll();
    });
}
