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
  /** A web server that nobody has used before, and that ends when it is stopped. */
  own?: boolean;
};

type Web = {
  child: ChildProcess;
  /** None when the one it had was in the middle of something. */
  worker?: ChildProcess;
  database: TestDatabase;
  settings: Record<string, string>;
  written: string[];
};

/**
 * Web servers with the demo that a test file of this process is done with, with their workers, as soon as each has a new
 * copy of the demo under the name of the old one. The next file to ask takes one over: to start it and warm it up takes
 * longer than most tests.
 */
const left: Promise<Web | undefined>[] = [];

const running = new Map<string, RunningApp>();

/** The application at this address. */
export function appAt(url: string): RunningApp {
  const app = running.get(url);
  if (!app) throw new Error(`Nothing runs at ${url}`);
  return app;
}

/** The built web and worker on a database and a port of their own. Resolves when it is ready to be used. */
export async function startApp({ env = {}, demo = false, before, own = false }: Options = {}): Promise<RunningApp> {
  const isPlain = demo && !own && !before && Object.keys(env).length === 0;
  const web = (isPlain && (await takeOver())) || (await startWeb({ env, demo, ...(before && { before }) }));
  const { settings, database, written } = web;
  const worker = web.worker ?? launch("worker", settings, written);
  const url = settings.SAMVIRK_URL ?? "";
  const stop = async () => {
    running.delete(url);
    if (isPlain && !isDead(web.child)) return void left.push(renew({ ...web, worker }).catch(() => undefined));
    await Promise.all([web.child, worker].map(end));
    await database.drop();
  };
  const output = () => written.join("");
  const deadline = Date.now() + 60_000;
  while (!(await isReady(settings.PORT))) {
    const dead = [web.child, worker].some(isDead);
    if (dead || Date.now() > deadline) {
      await Promise.all([web.child, worker].map(end));
      await database.drop();
      throw new Error(`The application ${dead ? "ended" : "does not get ready"}:\n${output()}`);
    }
    await sleep(50);
  }
  const app = { url, database, output, stop };
  running.set(url, app);
  return app;
}

async function startWeb({ env, demo, before }: Omit<Options, "own">): Promise<Web> {
  const database = demo ? await demoDatabase(fillDemo) : await testDatabase();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = { ...settingsFor(database), PORT: String(port), SAMVIRK_URL: url, ...env };
  await before?.(settings);
  const written: string[] = [];
  return { child: launch("serve", settings, written), database, settings, written };
}

async function takeOver(): Promise<Web | undefined> {
  const web = await left.pop();
  if (web && isDead(web.child) && web.worker) await end(web.worker);
  if (!web || isDead(web.child)) return undefined;
  while (!isDead(web.child) && !(await isReady(web.settings.PORT))) await sleep(20);
  // The connections it had are gone with the old database; what it says of that is nobody's.
  web.written.length = 0;
  return web;
}

/** The same on a new copy of the demo, without the worker if that has mail in hand: the rest would go to the new copy. */
async function renew({ worker, ...web }: Web & { worker: ChildProcess }): Promise<Web> {
  const isBusy = isDead(worker) || (await hasMail(web.database));
  if (isBusy) await end(worker);
  await web.database.drop();
  await demoDatabase(fillDemo, new URL(web.database.adminUrl).pathname.slice(1));
  return isBusy ? web : { ...web, worker };
}

async function hasMail({ adminUrl }: TestDatabase): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const due = "SELECT FROM delivery WHERE state = 'sending' OR (state = 'queued' AND due_at <= now()) LIMIT 1";
    return (await client.query(due)).rowCount !== 0;
  } finally {
    await client.end();
  }
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

const isDead = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

async function end(child: ChildProcess): Promise<void> {
  if (isDead(child)) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(timer);
}

async function isReady(port = ""): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
  return answer?.ok === true;
}
