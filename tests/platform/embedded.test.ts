import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { openEmbedded, removeEmbedded } from "~/platform/db/embedded.server";

const folders: string[] = [];

function dataFolder(...inside: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "samvirk embedded æ "));
  folders.push(folder);
  return join(folder, ...inside);
}

afterEach(async () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** PostgreSQL's own lock file, wherever the database of this folder lies. */
function lockFile(folder: string): string {
  return join(JSON.parse(readFileSync(join(folder, "postgres.json"), "utf8")).folder, "cluster/postmaster.pid");
}

function postgresPid(folder: string): number {
  return Number(readFileSync(lockFile(folder), "utf8").split("\n")[0]);
}

describe("openEmbedded", () => {
  it("makes a database that keeps what is written, and listens on loopback alone", async () => {
    const folder = dataFolder("a b æ");
    const first = await openEmbedded({ dataFolder: folder, unsafe: true });
    expect(first.owned).toBe(true);
    expect(await ask(first.url, "SHOW listen_addresses")).toBe("127.0.0.1");
    await ask(first.url, "CREATE TABLE kept AS SELECT 'æøå' AS word");
    await first.stop();
    expect(existsSync(lockFile(folder))).toBe(false);
    const second = await openEmbedded({ dataFolder: folder, unsafe: true });
    expect(await ask(second.url, "SELECT word FROM kept")).toBe("æøå");
    expect(statSync(join(folder, "postgres.json")).mode & 0o077).toBe(0);
    await second.stop();
    await removeEmbedded(folder);
  });

  it("lets programs share it, and stops with the last of them", async () => {
    const folder = dataFolder();
    const [first, second] = await Promise.all([
      openEmbedded({ dataFolder: folder, unsafe: true }),
      openEmbedded({ dataFolder: folder, unsafe: true }),
    ]);
    expect(first.url).toBe(second.url);
    expect([first.owned, second.owned].sort()).toEqual([false, true]);
    await (first.owned ? first : second).stop();
    expect(await ask(first.url, "SELECT 1")).toBe(1);
    await (first.owned ? second : first).stop();
    expect(existsSync(lockFile(folder))).toBe(false);
    await removeEmbedded(folder);
  });

  it("recovers after PostgreSQL was killed", async () => {
    const folder = dataFolder();
    const first = await openEmbedded({ dataFolder: folder });
    await ask(first.url, "CREATE TABLE kept AS SELECT 7 AS number");
    process.kill(postgresPid(folder), "SIGKILL");
    const second = await openEmbedded({ dataFolder: folder });
    expect(second.owned).toBe(true);
    expect(await ask(second.url, "SELECT number FROM kept")).toBe(7);
    await second.stop();
    await first.stop();
    await removeEmbedded(folder);
  });

  it("stops PostgreSQL when the program that held it is killed", async () => {
    const folder = dataFolder();
    const first = await openEmbedded({ dataFolder: folder, unsafe: true });
    const { folder: place } = JSON.parse(readFileSync(join(folder, "postgres.json"), "utf8"));
    const holder = spawn("/bin/sh", ["-c", "exec 3> hold; echo held; read wait"], { cwd: place });
    await new Promise((resolve) => holder.stdout.once("data", resolve));
    await first.stop();
    expect(existsSync(lockFile(folder))).toBe(true);
    holder.kill("SIGKILL");
    await expect.poll(() => existsSync(lockFile(folder)), { timeout: 10_000 }).toBe(false);
    await removeEmbedded(folder);
  });

  it("takes no notice of the settings of other PostgreSQL programs", async () => {
    const folder = dataFolder();
    process.env.PGOPTIONS = "-c default_transaction_read_only=on";
    const opened = await openEmbedded({ dataFolder: folder, unsafe: true }).finally(() => delete process.env.PGOPTIONS);
    await ask(opened.url, "CREATE TABLE written (id int)");
    await opened.stop();
    await removeEmbedded(folder);
  });

  it.runIf(userInfo().uid === 0)("works for root in a folder that is closed to others, and for its copy", async () => {
    const closed = dataFolder();
    chmodSync(closed, 0o700);
    const folder = join(closed, "project æ");
    const first = await openEmbedded({ dataFolder: folder, unsafe: true });
    await ask(first.url, "CREATE TABLE kept AS SELECT 1 AS number");
    expect(lockFile(folder).startsWith(closed)).toBe(false);
    const copy = join(closed, "copy");
    cpSync(folder, copy, { recursive: true });
    const second = await openEmbedded({ dataFolder: copy, unsafe: true });
    expect(second.url).not.toBe(first.url);
    expect(await ask(second.url, "SELECT to_regclass('kept')")).toBeNull();
    await Promise.all([first.stop(), second.stop()]);
    const place = join(lockFile(folder), "../..");
    await removeEmbedded(folder);
    await removeEmbedded(copy);
    expect(existsSync(place)).toBe(false);
  });

  it("says in one sentence why it cannot start", async () => {
    const folder = dataFolder();
    const first = await openEmbedded({ dataFolder: folder, unsafe: true });
    await first.stop();
    rmSync(join(lockFile(folder), "../global/pg_control"));
    await expect(openEmbedded({ dataFolder: folder })).rejects.toThrow(
      /does not start: .*pg_control|not find the database system/,
    );
    await removeEmbedded(folder);
  });
});

describe("removeEmbedded", () => {
  it("refuses while a program uses the database", async () => {
    const folder = dataFolder();
    mkdirSync(folder, { recursive: true });
    const opened = await openEmbedded({ dataFolder: folder, unsafe: true });
    await expect(removeEmbedded(folder)).rejects.toThrow("stop the server first");
    expect(await ask(opened.url, "SELECT 1")).toBe(1);
    await opened.stop();
    await removeEmbedded(folder);
    expect(existsSync(join(folder, "postgres.json"))).toBe(false);
  });
});
