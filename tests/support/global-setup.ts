import { chmod, mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { template, testSecret } from "#tests/support/names";
import { openEmbedded, removeEmbedded } from "~/platform/db/embedded.server";
import { migrate } from "~/platform/db/migrate.server";

declare module "vitest" {
  export interface ProvidedContext {
    /** The PostgreSQL of this run, as superuser. */
    postgresUrl: string;
  }
}

/**
 * Where the run's PostgreSQL lies: in memory where the machine has room for that. A database is a thousand files, and to
 * clone one takes a disk ten times as long.
 */
async function roomy(): Promise<string> {
  const memory = "/dev/shm";
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 4 * 2 ** 30 ? memory : tmpdir();
}

/** One PostgreSQL for the whole run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(await roomy(), "samvirk-test-"));
  await chmod(dataFolder, 0o711);
  // A third of what a process costs to start is compiling what the one before it compiled.
  process.env.NODE_COMPILE_CACHE = join(dataFolder, "compiled");
  const postgres = await openEmbedded({ dataFolder, unsafe: true });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const url = new URL(postgres.url);
  url.pathname = `/${template}`;
  await migrate(url.href, testSecret);
  project.provide("postgresUrl", postgres.url);
  return async () => {
    await postgres.stop();
    await removeEmbedded(dataFolder);
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 10 });
  };
}
