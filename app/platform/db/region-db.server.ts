import pg from "pg";
import { databaseClients } from "~/platform/db/clients.server";
import { beginWith, type Connection } from "~/platform/db/connection.server";
import { type Read, readBy } from "~/platform/db/read-rows.server";
import type { Prisma } from "../../../prisma/generated/client";

declare const walled: unique symbol;

/** A transaction in one region. Only `withRegion` makes one; every query file takes it as its first argument. */
export type RegionDb = Prisma.TransactionClient & { readonly [walled]: true };

/** Who acts in which region. `personId` is null for the system, an operator and a link that is not of a person. */
export type Access = {
  regionId: string;
  personId: string | null;
  via: "session" | "link" | "operator" | "worker" | "mail";
};

/** The access of the transaction at hand, as `audit` needs it. */
const accessOf = new WeakMap<object, Access>();

/**
 * Opens one transaction in one region and hands over its database. The region is set for this transaction
 * alone, so that it cannot leak through the pool; without it every query returns nothing and every write fails.
 *
 * Where another transaction has come in between, so that the database refuses what `work` had found to be right, `work`
 * is run once more: it then sees what the other has done, and says so in its own words. It must do nothing that a
 * second run would do twice but through the database.
 */
export async function withRegion<T>(access: Access, work: (db: RegionDb) => Promise<T>): Promise<T> {
  try {
    return await oneTransaction(access, work);
  } catch (error) {
    if (!cameBetween(error)) throw error;
    return oneTransaction(access, work);
  }
}

/**
 * One call of a function of the database that sets the region itself, as a transaction of its own: where the round trips
 * of `withRegion` would be most of the time.
 */
export async function callInRegion(call: Prisma.Sql): Promise<void> {
  await databaseClients().app.$executeRaw(call);
}

/** Unique, foreign key and exclusion constraints; deadlock and serialization (PostgreSQL, Appendix A). */
const crossing = new Set(["23505", "23503", "23P01", "40P01", "40001", "P2002", "P2003", "P2034"]);

function cameBetween(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false;
  const { code, originalCode, cause, meta } = error as Record<string, unknown>;
  if ([code, originalCode].some((one) => typeof one === "string" && crossing.has(one))) return true;
  const told = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return cameBetween(cause, depth + 1) || cameBetween(told, depth + 1);
}

async function oneTransaction<T>(access: Access, work: (db: RegionDb) => Promise<T>): Promise<T> {
  const [region, actor] = [access.regionId, access.personId ?? access.via].map(pg.escapeLiteral);
  const enter = `SELECT set_config('app.region_id', ${region}, true), set_config('app.actor', ${actor}, true)`;
  return beginWith(enter, (begunOn) =>
    databaseClients().app.$transaction(
      async (tx) => {
        const connection = begunOn();
        if (!connection) throw new Error("The transaction did not begin in its region");
        const db = tx as RegionDb;
        connections.set(db, connection);
        accessOf.set(db, access);
        return work(db);
      },
      { maxWait: 10_000, timeout: 60_000 },
    ),
  );
}

/** The connection of the transaction at hand. */
const connections = new WeakMap<object, Connection>();

/** Reads by SQL in the transaction at hand, past Prisma: for what every page asks. See `readBy`. */
export function readRows<Row>(db: RegionDb): Read<Row> {
  const connection = connections.get(db);
  if (!connection) throw new Error("This database was not opened by withRegion");
  return readBy<Row>(connection);
}

/** The access a region's database was opened with. */
export function accessFor(db: RegionDb): Access {
  const access = accessOf.get(db);
  if (!access) throw new Error("This database was not opened by withRegion");
  return access;
}

/** What has been looked up in the transaction at hand. */
const lookedUp = new WeakMap<object, Map<string, unknown>>();

/** Looks something up once in a transaction: what nothing in it changes that looks it up again. */
export function oncePerTransaction<T>(db: RegionDb, key: string, look: () => T): T {
  const known = lookedUp.get(db) ?? new Map<string, unknown>();
  lookedUp.set(db, known);
  if (!known.has(key)) known.set(key, look());
  return known.get(key) as T;
}

/** Holds a lock of this name in this region until the transaction ends; a second holder waits. */
export async function lockRegion(db: RegionDb, name: string): Promise<void> {
  const key = `${accessFor(db).regionId}:${name}`;
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}
