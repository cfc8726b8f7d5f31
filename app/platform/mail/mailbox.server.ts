import { systemDb } from "~/platform/db/system-db.server";
import type { Transport } from "~/platform/mail/transport.server";

/** The embedded default: mail is kept in the database, readable at /mailbox, and nothing leaves the machine. */
export function mailboxTransport(): Transport {
  return {
    name: "mailbox",
    async send({ envelope, raw }) {
      await systemDb().mailboxMessage.createMany({
        data: envelope.to.map((toAddress) => ({ toAddress, raw: new Uint8Array(raw) })),
      });
      return { ok: true };
    },
    async verify() {
      return { ok: true };
    },
    async close() {},
  };
}
