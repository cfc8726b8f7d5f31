import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { demoDatabase, settingsFor, type TestDatabase, testDatabase } from "#tests/support/database";
import { freePort } from "~/platform/db/embedded.server";
import { projectFolder } from "~/platform/env.server";

export type RunningApp = { url: string; database: TestDatabase; output(): string; stop(): Promise<void> };

type Options = {
  /** Settings beside the defaults of a test. */
  env?: Record<string, string>;
  /** With the demo in it: both regions with plan, actors and networks. */
  demo?: boolean;
  /** Called with the settings of the processes before they start, as to seed. */
  before?: (env: Record<string, string>) => Promise<void>;
};

/** The built web and worker on a database and a port of their own. Resolves when it is ready to be used. */
export async function startApp({ env = {}, demo = false, before }: Options = {}): Promise<RunningApp> {
  const database = demo ? await demoDatabase(fillDemo) : await testDatabase();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = { ...settingsFor(database), PORT: String(port), SAMVIRK_URL: url, ...env };
  await before?.(settings);
  const written: string[] = [];
  const children = ["serve", "worker"].map((name) => launch(name, settings, written));
  const output = () => written.join("");
  const stop = async () => {
    await Promise.all(children.map(end));
    await database.drop();
  };
  const deadline = Date.now() + 60_000;
  while (!(await isReady(port))) {
    const dead = children.some(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null);
    if (dead || Date.now() > deadline) {
      await stop();
      throw new Error(`The application ${dead ? "ended" : "does not get ready"}:\n${output()}`);
    }
    await sleep(50);
  }
  return { url, database, output, stop };
}

async function fillDemo(database: TestDatabase): Promise<void> {
  const settings = { ...settingsFor(database), SAMVIRK_DEMO: "1" };
  await runBuilt("seed", settings, "--without-events");
  // What the rules make depends on the day and the hour: in tests they sleep until something wakes them.
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query("UPDATE region SET automation_at = '2100-01-01'");
  await client.end();
}

/** Runs a built program to its end, such as "seed". Throws with what it printed when it fails. */
export async function runBuilt(name: string, settings: Record<string, string>, ...args: string[]): Promise<string> {
  const written: string[] = [];
  const child = launch(name, settings, written, args);
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${name} ended with ${code}:\n${written.join("")}`);
  return written.join("");
}

function launch(name: string, settings: Record<string, string>, written: string[], args: string[] = []): ChildProcess {
  const child = spawn(process.execPath, [join("build/processes", `${name}.js`), ...args], {
    cwd: projectFolder(),
    env: { ...process.env, VITEST: "", NODE_ENV: "production", ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  child.stdout?.on("data", (chunk) => written.push(String(chunk)));
  child.stderr?.on("data", (chunk) => written.push(String(chunk)));
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(timer);
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
  return answer?.ok === true;
}
