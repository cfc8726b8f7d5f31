import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Connection } from "~/platform/db/connection.server";
import { appUrl, systemUrl } from "~/platform/db/roles.server";
import { readEnv } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { PrismaClient } from "../../../prisma/generated/client";

type Clients = { app: PrismaClient; system: PrismaClient };

let clients: Clients | undefined;
let pool: pg.Pool | undefined;

function connect(connectionString: string, max: number): PrismaClient {
  const options = { connectionString, max, pipeline: true, Client: Connection };
  return new PrismaClient({ adapter: new PrismaPg(options) });
}

/** The two connections of this process, opened at first use: `samvirk_app` and `samvirk_system`. */
export function databaseClients(): Clients {
  const env = readEnv();
  clients ??= { app: connect(appUrl(env), 10), system: connect(systemUrl(env), 4) };
  return clients;
}

/** A small pool as `samvirk_system` for libraries that speak SQL themselves. */
export function systemPool(): pg.Pool {
  if (pool) return pool;
  pool = new pg.Pool({ connectionString: systemUrl(readEnv()), max: 4, pipeline: true, Client: Connection });
  // A connection that the database ends while nobody uses it is replaced at the next use. Unheard it ends the process.
  // The error itself carries the connection with its password.
  pool.on("error", ({ message }) => log.warn({ reason: message }, "the database ended a connection"));
  return pool;
}

/** Closes all; the next use opens them again. */
export async function closeDatabase(): Promise<void> {
  const open = { clients, pool };
  clients = undefined;
  pool = undefined;
  await Promise.all([open.clients?.app.$disconnect(), open.clients?.system.$disconnect(), open.pool?.end()]);
}

/** Whether the database answers, for /readyz. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await databaseClients().app.$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
