import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { listenFor } from "~/platform/db/notices.server";

const database = useDatabase();

describe("a notice", () => {
  let heard = 0;
  let listening: { close(): Promise<void> } | undefined;
  afterEach(() => listening?.close());

  const admin = async (work: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client({ connectionString: database.url().adminUrl });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  };
  const listen = async () => {
    heard = 0;
    listening = listenFor("outbox", () => {
      heard += 1;
    });
    await expect
      .poll(async () => {
        await admin((client) => client.query("NOTIFY outbox"));
        return heard;
      })
      .toBeGreaterThan(0);
    heard = 0;
  };

  it("is heard when its transaction is committed, and not when it is rolled back", async () => {
    await listen();
    await admin(async (client) => {
      await client.query("BEGIN");
      await client.query("NOTIFY outbox");
      await client.query("ROLLBACK");
      await client.query("NOTIFY another");
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toBe(0);
    await admin((client) => client.query("NOTIFY outbox"));
    await expect.poll(() => heard).toBe(1);
  });

  it("is heard again after the connection was lost", async () => {
    await listen();
    await admin((client) =>
      client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
      ),
    );
    await expect
      .poll(
        async () => {
          await admin((client) => client.query("NOTIFY outbox"));
          return heard;
        },
        { timeout: 5_000 },
      )
      .toBeGreaterThan(0);
  });
});
