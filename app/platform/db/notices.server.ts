import pg from "pg";
import { systemUrl } from "~/platform/db/roles.server";
import { readEnv } from "~/platform/env.server";

/** How long after a lost connection another is tried. Milliseconds. */
const pause = 1_000;

/**
 * Calls back whenever a transaction that notified a channel (NOTIFY) has been committed, in whichever process. A notice
 * may be lost while the connection is; who listens looks by itself now and then too.
 */
export function listenFor(channel: string, heard: () => void): { close(): Promise<void> } {
  let client: pg.Client | undefined;
  let closed = false;
  const connect = async () => {
    if (closed) return;
    const own = new pg.Client({ connectionString: systemUrl(readEnv()) });
    client = own;
    own.on("notification", heard);
    own.on("error", () => {});
    own.once("end", () => void setTimeout(connect, pause).unref());
    try {
      await own.connect();
      await own.query(`LISTEN ${own.escapeIdentifier(channel)}`);
    } catch {
      await own.end().catch(() => {});
    }
  };
  void connect();
  return {
    async close() {
      closed = true;
      await client?.end().catch(() => {});
    },
  };
}
