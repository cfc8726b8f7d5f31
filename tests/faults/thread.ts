import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { settingsFor } from "#tests/support/database";
import { testSecret } from "#tests/support/names";
import { openEmbedded, removeEmbedded } from "~/platform/db/embedded.server";
import { migrate } from "~/platform/db/migrate.server";
import { appUrl, systemUrl } from "~/platform/db/roles.server";
import { projectFolder } from "~/platform/env.server";

/** How hard the tests are: so many messages, and how often what is killed. */
export const hard = process.env.SAMVIRK_TEST_LONG === "1";
export const strength = hard
  ? { messages: 10_000, kills: 25, restarts: 2, patience: 480_000 }
  : { messages: 400, kills: 4, restarts: 1, patience: 240_000 };

/** Seconds a worker's messages are its own while it says nothing. */
const lease = 6;

export const invitationMessage = {
  kind: "event-invitation",
  ...{ regionName: "Vestland", sender: "Statsforvaltaren i Vestland", municipality: "Voss", replyBy: null },
  event: {
    ...{ title: "Fellesmøte", description: "", place: "Møterom 1", link: null, zone: "Europe/Oslo" },
    ...{ startsAt: "2031-05-14T07:00:00Z", endsAt: "2031-05-14T08:30:00Z" },
  },
  calendar: {
    ...{ method: "REQUEST", uid: "fault@samvirk.example", sequence: 0, stamp: "2031-01-01T00:00:00Z" },
    ...{ startsAt: "2031-05-14T07:00:00Z", endsAt: "2031-05-14T08:30:00Z", zone: "Europe/Oslo" },
    ...{ title: "Fellesmøte", description: "", location: "Møterom 1", url: null, language: "nn" },
    organizer: { name: "Statsforvaltaren i Vestland", address: "post@vestland.example" },
    attendee: { name: "Kontaktperson, Voss", address: "kontakt@voss.example", answer: "needs-action" },
  },
};

export type Post = Awaited<ReturnType<typeof startPost>>;

/** A database of its own that survives being killed, with one live region whose outbox is filled. */
export async function startPost(kind: "event-invitation" | "newsletter", messages: number) {
  const dataFolder = await mkdtemp(join(tmpdir(), "samvirk-faults-"));
  await chmod(dataFolder, 0o711);
  const postgres = await openEmbedded({ dataFolder });
  const secret = testSecret;
  await migrate(postgres.url, secret);
  const env = { DATABASE_URL: postgres.url, SESSION_SECRET: secret };
  const urls = { adminUrl: postgres.url, appUrl: appUrl(env), systemUrl: systemUrl(env) };
  const settings = { ...settingsFor({ ...urls, drop: async () => {} }), LOG_LEVEL: "error" };
  /** One statement on a connection of its own, tried again while the database is away. */
  const query = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> => {
    for (let tries = 0; ; tries += 1) {
      const client = new pg.Client({ connectionString: postgres.url });
      client.on("error", () => {});
      try {
        await client.connect();
        return (await client.query<T>(sql, values)).rows;
      } catch (error) {
        if (tries > 900) throw error;
        await sleep(100);
      } finally {
        await client.end().catch(() => {});
      }
    }
  };
  const newsletter = kind === "newsletter";
  const message = newsletter ? { kind, fill: { why: "Du er kontaktperson." } } : invitationMessage;
  await query(
    `WITH r AS (INSERT INTO region (id, slug, name, initials, mail_mode, sender_address)
       VALUES (gen_random_uuid(), 'faults', 'Vestland', 'VL', 'live', 'post@vestland.example') RETURNING id),
     t AS (INSERT INTO delivery_template (region_id, id, key, locale, subject, html, text)
       SELECT id, gen_random_uuid(), 't', 'nn', 'Nytt', '<p>{{why}} {{unsubscribe}}</p>', '{{why}} {{unsubscribe}}' FROM r
       RETURNING region_id, id)
     INSERT INTO delivery (region_id, id, key, kind, to_name, to_address, locale, message, secret, due_at, template_id)
     SELECT r.id, gen_random_uuid(), 'k' || n, $1, 'Kontaktperson', 'k' || n || '@lesar.example', 'nn', $2, md5(n::text), now(),
       CASE WHEN $1 = 'newsletter' THEN t.id END FROM r, t, generate_series(1, $3::int) n`,
    [kind, JSON.stringify(message), messages],
  );
  const states = async () => {
    const rows = await query<{ state: string; n: number }>(
      "SELECT state::text, count(*)::int AS n FROM delivery GROUP BY state",
    );
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  };
  return {
    settings,
    query,
    states,
    /** Ends every connection and all memory of PostgreSQL's at once, as when the machine loses power; it comes back by itself. */
    async crashDatabase() {
      const [row] = await query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE backend_type = 'background writer'",
      );
      if (row) process.kill(row.pid, "SIGKILL");
    },
    async stop() {
      await postgres.stop();
      await removeEmbedded(dataFolder);
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Two workers, of which one at a time can be killed; another takes its place. */
export function startWorkers(settings: Record<string, string>) {
  const written: string[] = [];
  const launch = () => {
    const child = spawn(process.execPath, [join("build/processes", "worker.js"), `--lease=${lease}`], {
      cwd: projectFolder(),
      env: { ...process.env, VITEST: "", NODE_ENV: "production", ...settings },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => written.push(String(chunk)));
    return child;
  };
  const gone = (child: ChildProcess) =>
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise<void>((resolve) => void child.once("exit", () => resolve()));
  const workers = [launch(), launch()];
  let turn = 0;
  return {
    output: () => written.join(""),
    async kill() {
      turn = 1 - turn;
      const worker = workers[turn];
      if (!worker) return;
      worker.kill("SIGKILL");
      await gone(worker);
      workers[turn] = launch();
    },
    async stop() {
      for (const worker of workers) worker.kill("SIGKILL");
      await Promise.all(workers.map(gone));
    },
  };
}

/**
 * Runs two workers until everything has left, killing as hard as the strength says, spread over the messages; `done` is
 * how many have arrived, and `nudge` is called now and then. Returns how often something was killed.
 */
export async function runThrough(
  post: Post,
  input: { settings: Record<string, string>; messages: number; done: () => number; nudge?: () => Promise<unknown> },
): Promise<{ kills: number; restarts: number; output: string }> {
  const { messages, done, nudge } = input;
  const workers = startWorkers({ ...post.settings, ...input.settings });
  const began = Date.now();
  const hits = [
    ...Array.from({ length: strength.kills }, (_, n) => ({
      at: (n + 1) / (strength.kills + 1),
      what: "worker" as const,
    })),
    ...Array.from({ length: strength.restarts }, (_, n) => ({
      at: (n + 0.7) / strength.restarts,
      what: "database" as const,
    })),
  ].sort((a, b) => a.at - b.at);
  const made = { kills: 0, restarts: 0 };
  try {
    let rounds = 0;
    for (;;) {
      const hit = hits[0];
      if (hit && done() >= hit.at * messages) {
        hits.shift();
        if (hit.what === "worker") {
          await workers.kill();
          made.kills += 1;
        } else {
          await post.crashDatabase();
          made.restarts += 1;
        }
      }
      rounds += 1;
      if (!hit && rounds % 5 === 0) {
        const { queued = 0, sending = 0 } = await post.states();
        if (queued + sending === 0) break;
      }
      if (rounds % 40 === 0) await nudge?.();
      if (Date.now() - began > strength.patience)
        throw new Error(
          `not done in time: ${JSON.stringify(await post.states())}, ${done()} arrived\n${workers.output()}`,
        );
      await sleep(hit ? 10 : 200);
    }
    return { ...made, output: workers.output() };
  } finally {
    await workers.stop();
  }
}
