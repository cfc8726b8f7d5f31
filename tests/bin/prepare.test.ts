import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { projectFolder } from "~/platform/env.server";

const folders: string[] = [];
let project: string;

/** A project of nothing but the bootstrap, where npm and the generators are programs that note that they ran. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "samvirk prepare æ "));
  folders.push(project);
  cpSync(join(projectFolder(), "bin/lib/prepare.mjs"), join(project, "bin/lib/prepare.mjs"), { recursive: true });
  lock("1.0.0");
  write("app/page.ts", "1");
  write("prisma/schema/a.prisma", "1");
  write("run.mjs", 'import { prepare } from "./bin/lib/prepare.mjs"; await prepare(...process.argv.slice(2));');
  write("npm.mjs", npm);
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const npm = `
  import { appendFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
  appendFileSync("ran", process.argv[2] + "\\n");
  const put = (path, text) => { mkdirSync(path.replace(/[^/]+$/, ""), { recursive: true }); writeFileSync(path, text); };
  if (process.argv[2] === "install") {
    rmSync("node_modules", { recursive: true, force: true });
    put("node_modules/one/package.json", "{}");
    mkdirSync("node_modules/node/bin", { recursive: true });
    put("node_modules/node/package.json", "{}");
    symlinkSync(process.execPath, "node_modules/node/bin/node");
    const note = (name) => "require('fs').appendFileSync('ran', '" + name + "\\\\n'); ";
    put("node_modules/prisma/build/index.js", note("prisma") + "require('fs').mkdirSync('prisma/generated', { recursive: true })");
    put("node_modules/@inlang/paraglide-js/bin/run.js", note("paraglide") +
      "require('fs').mkdirSync('app/i18n/messages', { recursive: true }); require('fs').writeFileSync('app/i18n/messages/messages.js', '')");
    mkdirSync("node_modules/.bin", { recursive: true });
    cpSync("package-lock.json", "node_modules/.package-lock.json");
  } else {
    put("build/server/index.js", "");
    put("build/processes/start.js", "");
  }`;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

function lock(version: string): void {
  const packages = { "": {}, "node_modules/one": { version }, "node_modules/other": { version, optional: true } };
  write("package-lock.json", JSON.stringify({ packages }));
}

const env = () => ({ ...process.env, npm_execpath: join(project, "npm.mjs") });

function lockHolders(): string[] {
  const file = join(project, ".data/setup.lock");
  return existsSync(file) ? readFileSync(file, "utf8").split(" ") : [];
}

/** What ran, in order. */
function prepare(...steps: string[]): string[] {
  rmSync(join(project, "ran"), { force: true });
  const result = spawnSync(process.execPath, ["run.mjs", ...steps], { cwd: project, env: env(), encoding: "utf8" });
  expect(result.stdout).toBe("");
  if (result.status !== 0) throw new Error(result.stderr);
  return ran();
}

function ran(): string[] {
  const file = join(project, "ran");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

const all = ["install", "generate", "build"];

describe("prepare", () => {
  it("installs, generates and builds a fresh clone, and does nothing the second time", () => {
    expect(prepare(...all)).toEqual(["install", "prisma", "paraglide", "run"]);
    expect(prepare(...all)).toEqual([]);
  });

  it("does again only what a change concerns", () => {
    prepare(...all);
    write("app/page.ts", "2");
    expect(prepare(...all)).toEqual(["run"]);
    write("prisma/schema/a.prisma", "2");
    expect(prepare(...all)).toEqual(["prisma", "paraglide", "run"]);
    lock("1.0.1");
    expect(prepare(...all)).toEqual(["install", "prisma", "paraglide", "run"]);
  });

  it("repairs what is half there", () => {
    prepare(...all);
    rmSync(join(project, "node_modules/one"), { recursive: true });
    expect(prepare(...all)).toEqual(["install"]);
    rmSync(join(project, "node_modules/node/bin/node"));
    expect(prepare(...all)).toEqual(["install"]);
    rmSync(join(project, "build/server"), { recursive: true });
    expect(prepare(...all)).toEqual(["run"]);
    rmSync(join(project, "app/i18n/messages"), { recursive: true });
    expect(prepare(...all)).toEqual(["prisma", "paraglide"]);
  });

  it("takes an install by hand as it is when it is what the lockfile says", () => {
    prepare("install");
    rmSync(join(project, "node_modules/.samvirk-install"));
    expect(prepare("install")).toEqual([]);
    lock("1.0.1");
    expect(prepare("install")).toEqual(["install"]);
  });

  it("does each step once when two programs start together", async () => {
    const start = () => spawn(process.execPath, ["run.mjs", ...all], { cwd: project, env: env() });
    const codes = [start(), start(), start()].map((child) => new Promise((resolve) => child.once("exit", resolve)));
    expect(await Promise.all(codes)).toEqual([0, 0, 0]);
    expect(ran()).toEqual(["install", "prisma", "paraglide", "run"]);
  });

  it("waits for an install that outlives the program that started it, and takes it over", async () => {
    write("npm.mjs", `await new Promise((resolve) => setTimeout(resolve, 1500)); ${npm}`);
    const first = spawn(process.execPath, ["run.mjs", "install"], { cwd: project, env: env() });
    await expect.poll(() => lockHolders().length, { timeout: 5_000 }).toBe(2);
    first.kill("SIGKILL");
    write("npm.mjs", npm);
    const second = spawn(process.execPath, ["run.mjs", "install"], { cwd: project, env: env() });
    expect(await new Promise((resolve) => second.once("exit", resolve))).toBe(0);
    expect(ran()).toEqual(["install"]);
  });

  it("shows what a step that fails said, and does not take it for done", () => {
    write("npm.mjs", 'console.error("no such host"); process.exit(1);');
    expect(() => prepare(...all)).toThrow(/no such host\nThis failed \(1\): .* install /);
    write("npm.mjs", npm);
    expect(prepare(...all)).toEqual(["install", "prisma", "paraglide", "run"]);
  });
});
