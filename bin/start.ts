import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase, prepareDatabase, programFile } from "#bin/lib/database";
import { checkPort, onEnd, runProgram, settingsOrExit } from "#bin/lib/program";
import { removeEmbedded } from "~/platform/db/embedded.server";
import { type Env, projectFolder, StopError, toProcessEnv } from "~/platform/env.server";

/** How long a child may take to end after SIGTERM. Milliseconds. */
const grace = 15_000;

/** Everything at once: database, web and worker. `--dev`: with hot reload. */
async function start(development: boolean): Promise<void> {
  const settings = settingsOrExit();
  let end = (): void => process.exit(0);
  onEnd(() => end());
  await checkPort(settings);
  const { env, stop } = await openDatabase(settings);
  const signIns = await prepareDatabase(env);

  const children: ChildProcess[] = [];
  let ending = false;
  const endAll = async (code: number) => {
    if (ending) return;
    ending = true;
    for (const child of children) child.kill("SIGTERM");
    const timer = setTimeout(() => {
      for (const child of children) child.kill("SIGKILL");
    }, grace);
    await Promise.all(children.map(hasEnded));
    clearTimeout(timer);
    await stop();
    process.exit(code);
  };
  end = () => void endAll(0);

  for (const [name, args] of Object.entries(programs(development))) {
    const child = spawn(process.execPath, args, {
      cwd: projectFolder(),
      env: { ...process.env, ...toProcessEnv(env), NODE_ENV: development ? "development" : "production" },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    children.push(child);
    child.once("exit", (code, signal) => {
      if (!ending) console.error(`Samvirk stops, because its ${name} ended (${signal ?? `code ${code}`})`);
      void endAll(1);
    });
  }

  while (!ending && !(await isReady(env))) await sleep(100);
  if (!ending) console.log(welcome(env, signIns));
}

function programs(development: boolean): Record<string, string[]> {
  // Prisma runs parts of one query side by side on a connection, which pg warns about; that is for developers.
  const quiet = "--disable-warning=DeprecationWarning";
  if (!development) return { web: [quiet, programFile("serve")], worker: [quiet, programFile("worker")] };
  const vite = ["node_modules/vite/bin/vite.js", "build", "--config", "remix.config.js", "--mode", "processes"];
  const paraglide = ["node_modules/@inlang/paraglide-js/bin/run.js", "compile", "--watch"];
  return {
    web: [programFile("serve")],
    worker: ["--watch", "--watch-preserve-output", programFile("worker")],
    build: [...vite, "--watch", "--emptyOutDir", "false", "--logLevel", "warn"],
    texts: [...paraglide, "--project", "app/i18n/project.inlang", "--outdir", "app/i18n/messages", "--silent"],
  };
}

function hasEnded(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });
}

async function isReady({ HOST, PORT }: Env): Promise<boolean> {
  const host = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[HOST] ?? (HOST.includes(":") ? `[${HOST}]` : HOST);
  const answer = await fetch(`http://${host}:${PORT}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  return answer?.ok === true;
}

function welcome(env: Env, signIns: string[]): string {
  const mailbox = env.MAIL_TRANSPORT === "mailbox";
  const lines = [
    `Samvirk is running at ${env.SAMVIRK_URL}`,
    ...(signIns.length > 0 ? ["Sign in as:", ...signIns.map((line) => `  ${line}`)] : []),
    ...(mailbox ? [`The link to sign in with, and all other mail: ${env.SAMVIRK_URL}/mailbox`] : []),
    "Ctrl-C ends it",
  ];
  return `\n${lines.map((line) => `  ${line}`).join("\n")}\n`;
}

/** A new, empty demo in the place of the embedded database. */
async function reset(): Promise<void> {
  const settings = settingsOrExit();
  if (settings.DATABASE_URL) throw new StopError("DATABASE_URL is set: only the embedded database can be reset");
  await removeEmbedded(settings.SAMVIRK_DATA);
  const { env, stop } = await openDatabase(settings);
  await prepareDatabase(env);
  await stop();
  console.log("The database is new");
}

runProgram(() => (process.argv.includes("--reset") ? reset() : start(process.argv.includes("--dev"))));
