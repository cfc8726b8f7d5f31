import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { demoTemplate, template, testSecret } from "#tests/support/names";
import { closeDatabase } from "~/platform/db/clients.server";
import { appUrl, systemUrl } from "~/platform/db/roles.server";

export type TestDatabase = { adminUrl: string; appUrl: string; systemUrl: string; drop(): Promise<void> };

const newName = () => `test_${randomBytes(8).toString("hex")}`;

/** A migrated, empty database of its own, cloned from the run's template. `adminUrl` is the superuser's. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = newName();
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  return databaseOf(name);
}

/** The same with the demo in it. The first to ask has it filled, once in a run; others wait for that. */
export async function demoDatabase(
  fill: (database: TestDatabase) => Promise<void>,
  name = newName(),
): Promise<TestDatabase> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [demoTemplate]);
    const made = await client.query("SELECT FROM pg_database WHERE datname = $1", [demoTemplate]);
    if (made.rowCount === 0) {
      const filling = await testDatabase();
      await fill(filling);
      await client.query(`ALTER DATABASE ${new URL(filling.adminUrl).pathname.slice(1)} RENAME TO ${demoTemplate}`);
    }
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${demoTemplate} STRATEGY file_copy`);
    return databaseOf(name);
  } finally {
    await client.end();
  }
}

function databaseOf(name: string): TestDatabase {
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  const env = { DATABASE_URL: url.href, SESSION_SECRET: testSecret };
  return {
    adminUrl: url.href,
    appUrl: appUrl(env),
    systemUrl: systemUrl(env),
    drop: () => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** Gives the test file a database, and points the process's own connections at it. Call it at the top of the file. */
export function useDatabase(): { url(): TestDatabase } {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await testDatabase();
    Object.assign(process.env, settingsFor(database));
  });
  afterAll(async () => {
    await closeDatabase();
    await database?.drop();
  });
  return {
    url() {
      if (!database) throw new Error("The database is there from beforeAll on");
      return database;
    },
  };
}

/** The settings of a process that works on this database; every setting is named, so that no `.env` fills one in. */
export function settingsFor(database: TestDatabase): Record<string, string> {
  return {
    PORT: "3000",
    HOST: "127.0.0.1",
    DATABASE_URL: database.adminUrl,
    SAMVIRK_DATA: "",
    SAMVIRK_URL: "",
    SESSION_SECRET: testSecret,
    MAIL_TRANSPORT: "mailbox",
    SMTP_URL: "",
    RESEND_API_KEY: "",
    RESEND_BASE_URL: "",
    RESEND_SMTP_URL: "",
    RESEND_WEBHOOK_SECRET: "",
    RESEND_REGIONS: "",
    DKIM_DOMAIN: "",
    DKIM_SELECTOR: "",
    DKIM_KEY: "",
    MAIL_FROM: "Samvirk <post@samvirk.example>",
    INBOUND_SMTP_PORT: "",
    INBOUND_SMTP_HOST: "",
    S3_URL: "",
    S3_KEY: "",
    S3_SECRET: "",
    S3_REGION: "",
    SAMVIRK_DEMO: "0",
    LOG_LEVEL: "warn",
  };
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
