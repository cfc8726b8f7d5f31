import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { testDatabase } from "#tests/support/database";
import { testSecret } from "#tests/support/names";
import { openEmbedded, removeEmbedded } from "~/platform/db/embedded.server";
import { migrate } from "~/platform/db/migrate.server";
import { appUrl } from "~/platform/db/roles.server";

function migrations(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "samvirk-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, sql] of Object.entries(files)) write(folder, name, sql);
  return folder;
}

function write(folder: string, name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function emptyDatabase(): Promise<{ url: string; ask: (sql: string) => Promise<Record<string, unknown>[]> }> {
  const database = await testDatabase();
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await database.drop();
  });
  await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  return { url: database.adminUrl, ask: async (sql) => (await client.query(sql)).rows };
}

describe("migrate", () => {
  it("applies what is missing, in order, and records it as Prisma does", async () => {
    const { url, ask } = await emptyDatabase();
    const folder = migrations({ "1_one": "CREATE TABLE one (id int); -- æ", "2_two": "ALTER TABLE one ADD two int" });
    const seen: string[] = [];
    const options = { folder, onApplied: (name: string) => seen.push(name) };
    expect(await migrate(url, testSecret, options)).toEqual(["1_one", "2_two"]);
    expect(await migrate(url, testSecret, options)).toEqual([]);
    write(folder, "3_three", "ALTER TABLE one ADD three int");
    expect(await migrate(url, testSecret, options)).toEqual(["3_three"]);
    expect(seen).toEqual(["1_one", "2_two", "3_three"]);
    const rows = await ask("SELECT *, pg_typeof(id) AS type FROM _prisma_migrations ORDER BY started_at");
    expect(rows[0]).toMatchObject({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      checksum: createHash("sha256").update("CREATE TABLE one (id int); -- æ").digest("hex"),
      migration_name: "1_one",
      logs: null,
      rolled_back_at: null,
      started_at: expect.any(Date),
      finished_at: expect.any(Date),
      applied_steps_count: 1,
    });
    expect(await ask("SELECT tableowner FROM pg_tables WHERE tablename = 'one'")).toEqual([
      { tableowner: "samvirk_owner" },
    ]);
  });

  it("lets several at once wait for each other", async () => {
    const { url } = await emptyDatabase();
    const folder = migrations({ "1_one": "CREATE TABLE one (id int)" });
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, testSecret, { folder })));
    expect(applied.flat()).toEqual(["1_one"]);
  });

  it("undoes a migration that fails, says why, and refuses to go on until it is put right", async () => {
    const { url, ask } = await emptyDatabase();
    const folder = migrations({ "1_one": "CREATE TABLE one (id int); SELECT missing" });
    await expect(migrate(url, testSecret, { folder })).rejects.toThrow(
      'Migration 1_one failed: column "missing" does not exist',
    );
    expect(await ask("SELECT to_regclass('one') AS one")).toEqual([{ one: null }]);
    expect(await ask("SELECT finished_at, logs FROM _prisma_migrations")).toEqual([
      { finished_at: null, logs: 'column "missing" does not exist' },
    ]);
    await expect(migrate(url, testSecret, { folder })).rejects.toThrow("failed earlier");
    await ask("UPDATE _prisma_migrations SET rolled_back_at = now()");
    write(folder, "1_one", "CREATE TABLE one (id int)");
    expect(await migrate(url, testSecret, { folder })).toEqual(["1_one"]);
  });

  it("refuses when an applied file was changed or is gone", async () => {
    const { url } = await emptyDatabase();
    const folder = migrations({ "1_one": "CREATE TABLE one (id int)" });
    await migrate(url, testSecret, { folder });
    write(folder, "1_one", "CREATE TABLE one (id bigint)");
    await expect(migrate(url, testSecret, { folder })).rejects.toThrow("1_one was changed after it was applied");
    await expect(migrate(url, testSecret, { folder: migrations({}) })).rejects.toThrow("its file is gone");
  });

  it("makes roles that can go round no policy, with passwords that follow the secret", async () => {
    const { url, ask } = await emptyDatabase();
    const folder = migrations({ "1_one": "CREATE TABLE one (id int)" });
    await migrate(url, testSecret, { folder });
    const roles =
      await ask(`SELECT rolname, rolcanlogin, rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole AS strong
      FROM pg_roles WHERE rolname LIKE 'samvirk%' ORDER BY 1`);
    expect(roles).toEqual([
      { rolname: "samvirk_app", rolcanlogin: true, strong: false },
      { rolname: "samvirk_owner", rolcanlogin: false, strong: false },
      { rolname: "samvirk_system", rolcanlogin: true, strong: false },
    ]);
    const client = new pg.Client({ connectionString: appUrl({ DATABASE_URL: url, SESSION_SECRET: testSecret }) });
    await client.connect();
    await expect(client.query("CREATE TABLE two (id int)")).rejects.toThrow("permission denied");
    await expect(client.query("SELECT * FROM one")).rejects.toThrow("permission denied");
    await expect(client.query("SET ROLE samvirk_owner")).rejects.toThrow("permission denied");
    await client.end();
    const other = { DATABASE_URL: url, SESSION_SECRET: `${testSecret} of another` };
    const refused = new pg.Client({ connectionString: appUrl(other) });
    await expect(refused.connect()).rejects.toThrow("password authentication failed");
  });

  it("needs no superuser: the owner of the database may make roles, and have the password of them changed", async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), "samvirk-weak-"));
    const postgres = await openEmbedded({ dataFolder, unsafe: true });
    const client = new pg.Client({ connectionString: postgres.url });
    onTestFinished(async () => {
      await client.end();
      await postgres.stop();
      await removeEmbedded(dataFolder);
      rmSync(dataFolder, { recursive: true });
    });
    await client.connect();
    await client.query("CREATE ROLE installer LOGIN CREATEROLE PASSWORD 'installer'");
    await client.query("CREATE DATABASE samvirk OWNER installer");
    const url = Object.assign(new URL(postgres.url), {
      username: "installer",
      password: "installer",
      pathname: "/samvirk",
    }).href;
    expect(await migrate(url, testSecret)).not.toEqual([]);
    const other = `${testSecret} of another`;
    expect(await migrate(url, other)).toEqual([]);
    const app = new pg.Client({ connectionString: appUrl({ DATABASE_URL: url, SESSION_SECRET: other }) });
    await app.connect();
    await app.end();
  });

  it("says in one line that there is no connection, or that the login may not make roles", async () => {
    await expect(migrate("postgresql://127.0.0.1:9/none", testSecret)).rejects.toThrow(/^DATABASE_URL gives no conn/);
    const { url } = await emptyDatabase();
    const weak = appUrl({ DATABASE_URL: url, SESSION_SECRET: testSecret });
    await expect(migrate(weak, testSecret)).rejects.toThrow(/^DATABASE_URL may not make the roles/);
  });
});
