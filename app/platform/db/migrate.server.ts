import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { ensureRoles } from "~/platform/db/roles.server";
import { projectFolder, StopError } from "~/platform/env.server";

/** The lock that Prisma's own migrate takes, so that the two never run together. */
const lock = 72707369;

/** The table as Prisma makes it, so that `prisma migrate deploy` and this runner can take turns. */
const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

type Migration = { name: string; sql: string; checksum: string };
type Options = { folder?: string; onApplied?: (name: string) => void };

/**
 * Makes the roles and applies what is missing of `prisma/migrations`, in the order of the names, each file in a
 * transaction of its own as `samvirk_owner`. Several at once wait for each other. Returns the names applied now.
 * Throws StopError when an applied file has changed or is gone, when an earlier one failed, or when one fails.
 */
export async function migrate(adminUrl: string, secret: string, options: Options = {}): Promise<string[]> {
  const migrations = readMigrations(options.folder ?? join(projectFolder(), "prisma/migrations"));
  const client = await connect(adminUrl);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    await ensureRoles(client, secret).catch((error) => {
      if (error.code !== "42501") throw error;
      throw new StopError(
        `DATABASE_URL may not make the roles (superuser, or owner with CREATEROLE): ${error.message}`,
      );
    });
    await client.query("SET ROLE samvirk_owner");
    await client.query("SET client_min_messages = warning");
    await client.query(table);
    const pending = await findPending(client, migrations);
    for (const migration of pending) {
      await apply(client, migration);
      options.onApplied?.(migration.name);
    }
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function connect(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: "samvirk migrate" });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new StopError(`DATABASE_URL gives no connection: ${message || code}`);
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const file = readFileSync(join(folder, name, "migration.sql"));
      return { name, sql: file.toString("utf8"), checksum: createHash("sha256").update(file).digest("hex") };
    });
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  for (const row of rows) {
    const migration = migrations.find(({ name }) => name === row.migration_name);
    if (!row.finished_at) {
      throw new StopError(
        `Migration ${row.migration_name} failed earlier: see its "logs" in _prisma_migrations, put it right, set "rolled_back_at" there and start again`,
      );
    }
    if (!migration) throw new StopError(`Migration ${row.migration_name} is in the database, but its file is gone`);
    if (migration.checksum !== row.checksum) {
      throw new StopError(`Migration ${row.migration_name} was changed after it was applied; write a new one instead`);
    }
  }
  return migrations.filter(({ name }) => !rows.some((row) => row.migration_name === name));
}

/** A process that is killed midway leaves nothing; a migration that fails leaves its message, as with Prisma. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  const startedAt = new Date();
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [id, checksum, name, startedAt],
    );
    await client.query("COMMIT");
  } catch (error) {
    const message = (error as Error).message;
    await client.query("ROLLBACK");
    await client.query(
      "INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, logs) VALUES ($1, $2, $3, $4, $5)",
      [id, checksum, name, startedAt, message],
    );
    throw new StopError(`Migration ${name} failed: ${message}`);
  }
}
