import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, constants, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { chown, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findPlace, type Place } from "~/platform/db/embedded-place.server";
import { makeDataFolder, StopError } from "~/platform/env.server";

/** A running database: its address as superuser, and whether this call started it. */
export type Embedded = { url: string; owned: boolean; stop(): Promise<void> };

type Options = {
  dataFolder: string;
  /** For tests: fast, and lost when the machine loses power. */
  unsafe?: boolean;
};

const host = "127.0.0.1";

/**
 * Opens the embedded PostgreSQL of a data folder: joins the one that runs, or else starts it on a free port of
 * loopback. Each program that uses it holds its pipe open; when the last one lets go, or is killed, it stops.
 * Throws StopError when it cannot be started.
 */
export async function openEmbedded({ dataFolder, unsafe = false }: Options): Promise<Embedded> {
  return locked(dataFolder, async () => {
    const place = await findPlace(dataFolder);
    const joined = await joinRunning(place);
    if (joined) return joined;
    if (!existsSync(join(place.folder, "cluster"))) await makeCluster(place, unsafe);
    return start(place, unsafe);
  });
}

/** Removes the embedded database of a data folder. Throws StopError while a program uses it. */
export async function removeEmbedded(dataFolder: string): Promise<void> {
  await locked(dataFolder, async () => {
    const place = await findPlace(dataFolder);
    const joined = await joinRunning(place);
    if (joined) {
      await joined.stop();
      throw new StopError("The database is in use: stop the server first");
    }
    await rm(place.folder, { recursive: true, force: true });
    await rm(join(dataFolder, "postgres.json"), { force: true });
  });
}

/** Only a keeper that still listens lets its pipe be opened, so that nobody joins a database about to stop. */
async function joinRunning(place: Place): Promise<Embedded | undefined> {
  for (let round = 0; round < 600; round += 1) {
    const running = readRunning(place);
    if (!running) return undefined;
    const hold = takeHold(place);
    if (hold !== undefined) {
      const url = addressOf(place, running.port);
      if ((await answers(url)) && isKept(place)) return { url, owned: false, stop: () => letGo(place, hold) };
      closeSync(hold);
    } else if (round === 200) process.kill(running.pid, "SIGINT");
    await sleep(50);
  }
  throw new StopError(`The embedded PostgreSQL neither answers nor stops: see ${join(place.folder, "log")}`);
}

async function start(place: Place, unsafe: boolean): Promise<Embedded> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const port = await freePort();
    const keeper = launch(place, port, unsafe);
    const url = addressOf(place, port);
    let hold: number | undefined;
    while (keeper.exitCode === null && keeper.signalCode === null) {
      hold ??= takeHold(place);
      const ready = hold;
      if (ready !== undefined && (await answers(url))) return { url, owned: true, stop: () => letGo(place, ready) };
      await sleep(25);
    }
    if (hold !== undefined) closeSync(hold);
  }
  const lines = (await readFile(join(place.folder, "log"), "utf8")).trim().split("\n");
  const reason = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1);
  throw new StopError(`The embedded PostgreSQL does not start: ${reason} (${join(place.folder, "log")})`);
}

/**
 * Starts PostgreSQL under a keeper, in a session of its own so that Ctrl-C in a terminal does not reach it before
 * those who use it are done. The keeper reads the pipe, which ends when no program has it open, and then stops
 * PostgreSQL in order. The keeper ends with PostgreSQL.
 */
function launch(place: Place, port: number, unsafe: boolean): ChildProcess {
  const keeper = `hold=$1; shift
    "$@" & postgres=$!
    (cat "$hold" > /dev/null; kill -INT $postgres) &
    wait $postgres; status=$?
    trap "" TERM; kill -TERM 0; wait
    exit $status`;
  const hold = join(place.folder, "hold");
  if (!existsSync(hold)) spawnSync("mkfifo", ["-m", "600", hold], { ...place.account, cwd: "/" });
  const options = {
    listen_addresses: host,
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(unsafe && { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "400" }),
  };
  const program = [join(place.programs, "bin/postgres"), "-D", join(place.folder, "cluster"), "-p", String(port)];
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(join(place.folder, "log"), "w", 0o600);
  const child = spawn("/bin/sh", ["-c", keeper, "keeper", hold, ...program, ...flags], {
    ...place.account,
    cwd: "/",
    env: plainEnv,
    detached: true,
    stdio: ["ignore", log, log],
  });
  child.unref();
  closeSync(log);
  return child;
}

/** Sorting is by code point and the same on every machine; where people read a list, a query names its collation. */
async function makeCluster(place: Place, unsafe: boolean): Promise<void> {
  const unfinished = join(place.folder, "cluster.unfinished");
  const passwordFile = join(place.folder, "password");
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(passwordFile, place.password, { mode: 0o600 });
  if (place.account) await chown(passwordFile, place.account.uid, place.account.gid);
  const flags = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"];
  const collation = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const made = spawnSync(
    join(place.programs, "bin/initdb"),
    ["-D", unfinished, ...flags, ...collation, ...(unsafe ? ["--no-sync"] : [])],
    { ...place.account, cwd: "/", env: plainEnv, encoding: "utf8" },
  );
  await rm(passwordFile, { force: true });
  if (made.status !== 0) {
    const reason = made.error?.message ?? made.stderr.trim().replace(/\s*\n\s*/g, "; ");
    throw new StopError(`The embedded PostgreSQL could not be made in ${place.folder}: ${reason}`);
  }
  await rename(unfinished, join(place.folder, "cluster"));
}

/** Nothing of ours, such as PGOPTIONS, is to change how the embedded PostgreSQL behaves. */
const plainEnv: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" };

/** What PostgreSQL's own lock file says. One that a crash or a restart of the machine left behind is removed. */
function readRunning(place: Place): { pid: number; port: number } | undefined {
  const file = join(place.folder, "cluster/postmaster.pid");
  const [pid, , , port] = readIfThere(file).split("\n").map(Number);
  if (!pid || !port) return undefined;
  if (isPostgres(pid)) return { pid, port };
  rmSync(file, { force: true });
  return undefined;
}

/** PostgreSQL removes its lock file itself, at any moment. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

function isPostgres(pid: number): boolean {
  const name = `/proc/${pid}/comm`;
  return isAlive(pid) && (!existsSync(name) || readFileSync(name, "utf8").trim() === "postgres");
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Opens the pipe for writing; undefined when no keeper reads it. It is closed with the process, however that ends. */
function takeHold(place: Place): number | undefined {
  try {
    return openSync(join(place.folder, "hold"), constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
}

function isKept(place: Place): boolean {
  const hold = takeHold(place);
  if (hold !== undefined) closeSync(hold);
  return hold !== undefined;
}

/** Lets go of the pipe, and waits for the end when nobody else holds it. */
async function letGo(place: Place, hold: number): Promise<void> {
  closeSync(hold);
  for (let round = 0; round < 20; round += 1) {
    await sleep(25);
    if (isKept(place)) continue;
    for (let wait = 0; wait < 1200 && readRunning(place); wait += 1) await sleep(25);
    return;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function addressOf(place: Place, port: number): string {
  return `postgresql://postgres:${encodeURIComponent(place.password)}@${host}:${port}/postgres`;
}

/** A port of loopback that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Lets one program at a time find, make and start the database. A lock whose program has died is taken over. */
async function locked<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  makeDataFolder(dataFolder);
  const file = join(dataFolder, "postgres.lock");
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw new StopError(`SAMVIRK_DATA: ${error}`);
    }
    if (await isStale(file)) await rm(file, { force: true });
    else await sleep(50);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function isStale(file: string): Promise<boolean> {
  try {
    const age = Date.now() - (await stat(file)).mtimeMs;
    const pid = Number(await readFile(file, "utf8"));
    return age > 120_000 || (age > 1_000 && !isAlive(pid));
  } catch {
    return false;
  }
}
