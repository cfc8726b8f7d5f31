import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Bench, children, median, tell } from "#bin/bench/figures";
import { startSink } from "#bin/bench/mail";
import { programFile } from "#bin/lib/database";

const page = `<html><body><h1>Nytt</h1>${"<p>Eit avsnitt om det som har hendt, og om det som kjem.</p>".repeat(300)}<p>{{why}}</p><a href="{{unsubscribe}}">Meld av</a></body></html>`;

/** The built worker on a database, sending to a server. */
function startWorker(database: string, url: string): ChildProcess {
  const env = { ...process.env, DATABASE_URL: database, MAIL_TRANSPORT: "smtp", SMTP_URL: url };
  const child = spawn(process.execPath, [programFile("worker")], {
    env,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  children.push(child);
  return child;
}

/** Resident memory of a process in MiB; NaN where the system does not say. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024;
  } catch {
    return Number.NaN;
  }
}

/** What the worker itself takes: memory for a large issue, and the time from a commit to the first mail. */
export async function measureWorker({ few, region }: Bench): Promise<void> {
  const client = new pg.Client({ connectionString: few });
  await client.connect();
  await client.query("UPDATE region SET mail_mode = 'hold' WHERE id <> $1", [region]);
  await client.query(
    `INSERT INTO delivery_template (region_id, id, key, locale, subject, html, text)
     VALUES ($1, gen_random_uuid(), 'bench', 'nn', 'Nytt', $2, '{{why}} {{unsubscribe}}')`,
    [region, page],
  );
  const queue = async (count: number) => {
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO delivery (region_id, id, key, kind, to_name, to_address, locale, message, secret, due_at, template_id)
       SELECT t.region_id, gen_random_uuid(), gen_random_uuid()::text, 'newsletter', 'Lesar ' || n, 'lesar' || n || '@x.example',
         'nn', '{"kind": "newsletter", "fill": {"why": "Du er kontaktperson."}}', md5(n::text), now(), t.id
       FROM delivery_template t, generate_series(1, $1::int) n WHERE t.key = 'bench'`,
      [count],
    );
    await client.query("SELECT pg_notify('outbox', '')");
    await client.query("COMMIT");
  };
  const left = async () => {
    const { rows } = await client.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM delivery WHERE state IN ('queued', 'sending') AND kind = 'newsletter'",
    );
    return rows[0]?.n ?? 0;
  };

  const { child: sink, url } = await startSink("--tell");
  const quick = startWorker(few, url);
  let came = () => {};
  sink.on("message", () => came());
  const times: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const arrived = new Promise<void>((resolve) => {
      came = resolve;
    });
    await queue(1);
    const began = performance.now();
    await arrived;
    // The first round waits for the worker to come up.
    if (round > 0) times.push(performance.now() - began);
    await sleep(200);
  }
  quick.kill();
  tell({ name: "from commit to the first mail", figure: median(times), unit: " ms", bar: 1_000, atMost: true });

  const { url: silent } = await startSink();
  const peaks: number[] = [];
  for (const count of [10_000, 100_000]) {
    const worker = startWorker(few, silent);
    await queue(count);
    const began = performance.now();
    let peak = 0;
    while ((await left()) > 0) {
      peak = Math.max(peak, memoryOf(worker));
      await sleep(250);
    }
    const rate = Math.round(count / ((performance.now() - began) / 1_000));
    worker.kill();
    await client.query("DELETE FROM delivery WHERE kind = 'newsletter'");
    peaks.push(peak);
    const name = `memory of the worker over a newsletter to ${count} (${rate}/s)`;
    tell({ name, figure: peak, unit: " MiB", bar: 300, atMost: true });
  }
  const [small = Number.NaN, large = Number.NaN] = peaks;
  tell({ name: "the second against the first", figure: large / small, unit: "x", bar: 1.25, atMost: true });
  await client.end();
}
