import { openDatabase, prepareDatabase } from "#bin/lib/database";
import { closeDatabase } from "~/platform/db/clients.server";
import { type Env, readEnv } from "~/platform/env.server";

/**
 * Does a command's work on the installation's database: the one at DATABASE_URL as it is, or the embedded one, joined
 * while the server runs and else started, migrated and stopped again.
 */
export async function withDatabase<T>(work: (env: Env) => Promise<T>): Promise<T> {
  const settings = readEnv();
  const { env, stop } = await openDatabase(settings);
  try {
    if (!settings.DATABASE_URL) await prepareDatabase(env);
    return await work(env);
  } finally {
    await closeDatabase();
    await stop();
  }
}
