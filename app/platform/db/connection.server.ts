import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** What a transaction is to begin with, and the connection it has begun on. */
type Beginning = { sql: string; on: Connection | null };

const beginnings = new AsyncLocalStorage<Beginning>();

/**
 * Runs `work`, whose first transaction begins with this statement of SQL, in the same message to the database. `begunOn`
 * tells on which connection it did, null when it has not.
 */
export function beginWith<T>(sql: string, work: (begunOn: () => Connection | null) => T): T {
  const beginning: Beginning = { sql, on: null };
  return beginnings.run(beginning, () => work(() => beginning.on));
}

/**
 * A connection that spares the database, and with it every page, what need not be said:
 * - A transaction's first statement goes with its BEGIN (`beginWith`).
 * - Prisma reads what rows are related to with one more query, for no rows too: `... IN (NULL)`, which nothing is.
 *   That is answered here.
 * - What is asked again and again is prepared by the database once (`nameOf`).
 * Queries that are asked side by side are sent without waiting for each other (`pipeline`).
 */
export class Connection extends pg.Client {
  override query = ((asked: unknown, ...rest: unknown[]) => {
    const text = (asked as { text?: unknown } | null)?.text;
    if (typeof text !== "string") return this.send(asked, ...rest);
    if (readsNothing.test(text)) return Promise.resolve(nothing);
    const beginning = text === "BEGIN" ? beginnings.getStore() : undefined;
    if (!beginning || beginning.on) return this.send({ ...(asked as object), name: nameOf(text) }, ...rest);
    beginning.on = this;
    return this.send({ ...(asked as object), text: `BEGIN; ${beginning.sql}` });
  }) as pg.Client["query"];

  private send(...given: unknown[]): unknown {
    return Reflect.apply(pg.Client.prototype.query, this, given);
  }
}

const nothing = { command: "SELECT", rowCount: 0, oid: 0, fields: [], rows: [] };

/**
 * A read of Prisma's of plain columns of one table, the last of whose conditions, all of which must hold, is `IN (NULL)`.
 * A condition with others inside would end in two brackets.
 */
const readsNothing =
  /^SELECT [^()]* FROM "public"\."\w+" WHERE (?:\(.* AND )?"public"\."\w+"\."\w+" IN \(NULL\)\)?(?: ORDER BY [^()]*)?(?: LIMIT \$\d+)? OFFSET \$\d+$/s;

/** How often a text is asked before it gets a name, and how many names there are: each connection keeps its plans. */
const often = 5;
const most = 300;

const names = new Map<string, string>();
let seen = new Map<string, number>();

/**
 * The name under which the database keeps a query that is asked often, so that it reads and plans it once for each
 * connection; for others none. The texts of reads by lists of ids are without end, and few come again.
 */
function nameOf(sql: string): string | undefined {
  const name = names.get(sql);
  if (name || names.size >= most || !/^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/.test(sql)) return name;
  const times = (seen.get(sql) ?? 0) + 1;
  if (times < often) {
    if (seen.size >= 10 * most) seen = new Map();
    seen.set(sql, times);
    return undefined;
  }
  seen.delete(sql);
  names.set(sql, `q${names.size}`);
  return names.get(sql);
}
