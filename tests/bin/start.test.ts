import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { freePort, removeEmbedded } from "~/platform/db/embedded.server";
import { projectFolder } from "~/platform/env.server";

const program = join(projectFolder(), "build/processes/start.js");

/** The data folder of all tests here, which the first to start something fills. */
const data = join(mkdtempSync(join(tmpdir(), "samvirk start æ ")), "data");
afterAll(async () => {
  await removeEmbedded(data);
  rmSync(join(data, ".."), { recursive: true, force: true });
});

function settings(port: number): NodeJS.ProcessEnv {
  const none = { DATABASE_URL: "", SAMVIRK_URL: "", SESSION_SECRET: "", MAIL_TRANSPORT: "", MAIL_FROM: "", HOST: "" };
  return { ...process.env, ...none, VITEST: "", NODE_ENV: "production", SAMVIRK_DATA: data, PORT: `${port}` };
}

type Started = { child: ChildProcess; output: () => string; ended: Promise<unknown> };

function start(env: NodeJS.ProcessEnv): Started {
  const child = spawn(process.execPath, [program], { cwd: projectFolder(), env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, output: () => text, ended };
}

async function running(started: Started): Promise<void> {
  await expect.poll(started.output, { timeout: 80_000, interval: 100 }).toContain("Samvirk is running at");
}

/** The process below this one whose arguments contain these words. */
function below(parent: number | undefined, words: string): number {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, "utf8") : "";
    const isChild = Number(stat.slice(stat.lastIndexOf(")")).split(" ")[2]) === parent;
    if (isChild && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(words)) return Number(pid);
  }
  throw new Error(`There is no process below ${parent} with ${words}`);
}

function isRunning(): boolean {
  const { folder } = JSON.parse(readFileSync(join(data, "postgres.json"), "utf8"));
  return existsSync(join(folder, "cluster/postmaster.pid"));
}

describe("npm start", { timeout: 150_000 }, () => {
  it("gives a running product, starts again at once, and ends in order at Ctrl-C", async () => {
    const port = await freePort();
    const env = settings(port);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const started = start(env);
      await running(started);
      expect(started.output()).toContain(`http://localhost:${port}`);
      expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
      expect(started.output().includes("Migrated:")).toBe(signal === "SIGINT");
      started.child.kill(signal);
      expect(await started.ended).toBe(0);
      expect(isRunning()).toBe(false);
      await expect(fetch(`http://127.0.0.1:${port}/readyz`)).rejects.toThrow();
    }
  });

  it.runIf(existsSync("/proc/self"))("ends the rest when a process dies, and when it is killed itself", async () => {
    const port = await freePort();
    const env = settings(port);
    const first = start(env);
    await running(first);
    process.kill(below(first.child.pid, "worker.js"), "SIGKILL");
    expect(await first.ended).toBe(1);
    expect(first.output()).toContain("because its worker ended (SIGKILL)");
    expect(isRunning()).toBe(false);
    const second = start(env);
    await running(second);
    second.child.kill("SIGKILL");
    await expect.poll(() => isRunning(), { timeout: 20_000 }).toBe(false);
    const web = () =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        () => true,
        () => false,
      );
    await expect.poll(web, { timeout: 20_000 }).toBe(false);
  });

  it("stops with one line when a setting is wrong or the port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    const taken = start(settings(port));
    expect(await taken.ended).toBe(1);
    expect(taken.output()).toBe(`PORT ${port} is taken by another program; set PORT to a free one\n`);
    const wrong = start({ ...settings(port), MAIL_TRANSPORT: "pigeon" });
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toBe("MAIL_TRANSPORT must be mailbox, smtp or resend\n");
  });
});
