import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Bench, children, inTurns, secret, tell, timed } from "#bin/bench/figures";
import { measureMail, sink } from "#bin/bench/mail";
import { measureMatrix } from "#bin/bench/matrix";
import { measurePages, measureScripts } from "#bin/bench/pages";
import { measurePeople } from "#bin/bench/people";
import { measurePlan } from "#bin/bench/plan";
import { measureRegistrations } from "#bin/bench/registrations";
import { measureWorker } from "#bin/bench/worker";
import { runProgram } from "#bin/lib/program";
import { parseTiming } from "~/domain/timing";
import { noChoices } from "~/features/documents/import-choices";
import { importDocument } from "~/features/documents/import-document.server";
import { closeDatabase } from "~/platform/db/clients.server";
import { openEmbedded, removeEmbedded } from "~/platform/db/embedded.server";
import { migrate } from "~/platform/db/migrate.server";
import { withRegion } from "~/platform/db/region-db.server";
import { appUrl } from "~/platform/db/roles.server";
import { projectFolder } from "~/platform/env.server";
import { hashToken, newToken } from "~/platform/tokens.server";
import { seedDemo } from "../prisma/seed/regions";

/** A thousand regions, each with what a region has in its second year. */
const growth = `
  CREATE TEMP TABLE grown AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, 998) n;
  INSERT INTO region (id, slug, name, initials) SELECT id, 'region-' || n, 'Region ' || n, 'R' FROM grown;
  INSERT INTO region_municipality (region_id, municipality_id) SELECT g.id, m.id FROM grown g, municipality m WHERE m.county_number = '46';
  INSERT INTO person (region_id, id, name, email)
    SELECT id, gen_random_uuid(), 'Kontaktperson ' || p, format('kontakt%s@region%s.example', p, n) FROM grown, generate_series(1, 43) p;
  INSERT INTO role (region_id, id, person_id, kind, valid_from)
    SELECT region_id, gen_random_uuid(), p.id, 'reader', current_date FROM person p JOIN grown g ON g.id = region_id;
  INSERT INTO event (region_id, id, title, starts_at, ends_at, zone, state)
    SELECT id, gen_random_uuid(), 'Møte ' || e, now() + e * interval '1 day', now() + e * interval '1 day 1 hour', 'Europe/Oslo', 'published'
    FROM grown, generate_series(1, 20) e;
  INSERT INTO invitation (region_id, id, event_id, person_id, locale)
    SELECT e.region_id, gen_random_uuid(), e.id, p.id, 'nb' FROM event e JOIN person p ON p.region_id = e.region_id
    JOIN grown g ON g.id = e.region_id WHERE e.title = 'Møte 1';`;

const deliveries = (regions: string) => `
  INSERT INTO delivery (region_id, id, key, kind, to_name, to_address, locale, message, state, subject, due_at, sent_at)
    SELECT r.id, gen_random_uuid(), 'bench-' || d, 'event-invitation', 'Kontaktperson', 'x@x.example', 'nb', '{}', 'sent',
      'Invitasjon', now(), now() FROM region r, generate_series(1, 100) d WHERE ${regions};`;

/** Signs the coordinator of the demo in, in the database. */
async function signIn(client: pg.Client): Promise<string> {
  const value = newToken();
  await client.query(`INSERT INTO account (id, email) VALUES (gen_random_uuid(), 'koordinator@vestland.example')`);
  await client.query(
    `INSERT INTO session (id, public_id, account_id, expires_at, ends_at)
     SELECT $1, gen_random_uuid(), id, now() + interval '1 day', now() + interval '1 day' FROM account`,
    [hashToken(value)],
  );
  return `__Host-samvirk=${value}`;
}

/** Row-level security against the same query, by somebody it does not hold for, with a `where`. */
async function measureWall({ many, region }: Bench): Promise<void> {
  const [app, admin] = [appUrl({ DATABASE_URL: many, SESSION_SECRET: secret }), many].map(
    (connectionString) => new pg.Client({ connectionString }),
  ) as [pg.Client, pg.Client];
  await Promise.all([app.connect(), admin.connect()]);
  const query = (where: string) =>
    `SELECT e.id, e.title, count(i.id) FROM event e LEFT JOIN invitation i ON (i.region_id, i.event_id) = (e.region_id, e.id)
     ${where} GROUP BY e.region_id, e.id ORDER BY e.starts_at LIMIT 50`;
  const run = async (client: pg.Client, text: string, values: string[]) => {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.region_id', $1, true)", [region]);
    await client.query({ name: "bench", text, values });
    await client.query("COMMIT");
  };
  const [walled = 0, plain = 1] = await inTurns(
    1500,
    () => run(app, query(""), []),
    () => run(admin, query("WHERE e.region_id = $1"), [region]),
  );
  await Promise.all([app.end(), admin.end()]);
  tell({
    name: "row-level security against the same query with a where",
    figure: walled / plain,
    unit: "x",
    bar: 1.15,
    atMost: true,
  });
}

function measureTiming(): void {
  const period = { from: "2021-01-01", to: "2021-12-31" };
  const texts = [
    "mai",
    "Vår og haust",
    "26.05.21",
    "Kvart kvartal",
    "Mai/juni + november",
    "2-3 gonger i året",
    "Løpande",
    "veke 12",
  ];
  for (let round = 0; round < 2_000; round += 1) for (const text of texts) parseTiming(text, period);
  const began = performance.now();
  for (let round = 0; round < 5_000; round += 1) for (const text of texts) parseTiming(text, period);
  const figure = ((performance.now() - began) / (5_000 * texts.length)) * 1_000;
  tell({ name: "parse of a timing text", figure, unit: " µs", bar: 20, atMost: true });
}

async function measureImport({ region }: Bench): Promise<void> {
  const text = readFileSync(join(projectFolder(), "prisma/seed/vestland-plan.txt"), "utf8");
  const input = { fileName: "plan.txt", text, choices: noChoices, dryRun: false, now: new Date() };
  const time = await timed(() =>
    withRegion({ regionId: region, personId: null, via: "operator" }, async (db) => {
      const report = await importDocument(db, input);
      if (!report.saved) throw new Error("The plan was not imported");
    }),
  );
  tell({ name: "import of the seed plan, all tables", figure: time / 1_000, unit: " s", bar: 2, atMost: true });
}

/** Two databases with the demo, one of them with 998 regions more. */
async function prepare(url: string): Promise<Bench> {
  const few = new URL(url);
  few.pathname = "/few";
  const many = new URL(url);
  many.pathname = "/many";
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query("CREATE DATABASE few");
  await migrate(few.href, secret);
  Object.assign(process.env, { DATABASE_URL: few.href, SESSION_SECRET: secret, MAIL_FROM: "post@samvirk.example" });
  Object.assign(process.env, { MAIL_TRANSPORT: "mailbox", SAMVIRK_URL: "", LOG_LEVEL: "error" });
  await seedDemo();
  await closeDatabase();
  const client = new pg.Client({ connectionString: few.href });
  await client.connect();
  const cookie = await signIn(client);
  await client.query(deliveries("true"));
  const { rows } = await client.query<{ id: string }>("SELECT id FROM region WHERE slug = 'vestland'");
  await client.query("ANALYZE");
  await client.end();
  await admin.query("CREATE DATABASE many TEMPLATE few");
  await admin.end();
  const grown = new pg.Client({ connectionString: many.href });
  await grown.connect();
  await grown.query(growth);
  await grown.query(deliveries("r.slug LIKE 'region-%'"));
  await grown.query("ANALYZE");
  await grown.end();
  return { few: few.href, many: many.href, cookie, region: rows[0]?.id ?? "" };
}

const measures: Record<string, (on: Bench) => Promise<void> | void> = {
  timing: measureTiming,
  scripts: measureScripts,
  wall: measureWall,
  pages: measurePages,
  mail: measureMail,
  worker: measureWorker,
  import: measureImport,
  matrix: measureMatrix,
  people: measurePeople,
  plan: measurePlan,
  registrations: measureRegistrations,
};

/** All measures, or those named after the command. */
async function bench(): Promise<void> {
  const named = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  const dataFolder = mkdtempSync(join(tmpdir(), "samvirk-bench-"));
  await chmod(dataFolder, 0o711);
  const postgres = await openEmbedded({ dataFolder, unsafe: true });
  try {
    const databases = await prepare(postgres.url);
    for (const [name, measure] of Object.entries(measures))
      if (named.length === 0 || named.includes(name)) await measure(databases);
  } finally {
    for (const child of children) child.kill();
    await closeDatabase();
    await postgres.stop();
    await removeEmbedded(dataFolder);
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

runProgram(() => (process.argv.includes("--sink") ? sink() : bench()));
