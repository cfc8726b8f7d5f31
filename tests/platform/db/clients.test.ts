import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { systemPool } from "~/platform/db/clients.server";

const database = useDatabase();

it("outlives that the database ends a connection which nobody uses", async () => {
  const pool = systemPool();
  await pool.query("SELECT 1");
  const admin = new pg.Client({ connectionString: database.url().adminUrl });
  await admin.connect();
  const ended = await admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'samvirk_system' AND datname = current_database()",
  );
  await admin.end();
  expect(ended.rowCount).toBeGreaterThan(0);
  while (pool.idleCount > 0) await sleep(10);
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});
