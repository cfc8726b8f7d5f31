import { databaseClients } from "~/platform/db/clients.server";
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
