import { databaseClients, systemPool } from "~/platform/db/clients.server";
import { type Read, readBy } from "~/platform/db/read-rows.server";
import type { PrismaClient } from "../../../prisma/generated/client";

/** The database as `samvirk_system` sees it: accounts, sessions, the register, and what its policies name of the rest. */
export type SystemDb = PrismaClient;

/**
 * The few paths across regions. A test lists the files that may call this: sign-in, choosing a region,
 * claiming deliveries, the register, the mailbox.
 */
export function systemDb(): SystemDb {
  return databaseClients().system;
}

/** Reads by SQL as `samvirk_system`, past Prisma: for what every page asks. The same few paths may. See `readBy`. */
export function systemRows<Row>(): Read<Row> {
  return readBy<Row>(systemPool());
}
