import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type Command, UsageError } from "#bin/commands/command";
import { openDatabase } from "#bin/lib/database";
import { appUrl, systemUrl } from "~/platform/db/roles.server";
import { type Env, projectFolder, readEnv } from "~/platform/env.server";
import { transports } from "~/platform/mail/choose-transport.server";

type Check = { ok: boolean; words: string };
type OpenEnv = Env & { DATABASE_URL: string };

/** How far the database's clock may be from ours. Milliseconds. */
const drift = 5_000;
const zone = "Europe/Oslo";

export const doctorCommand: Command = {
  usage: `  doctor
      Checks database, roles, policies, migrations, mail transport and clock, one line each. Exit code 1 when
      something is wrong.`,
  async run(args, io) {
    if (args.length > 0) throw new UsageError("doctor takes nothing");
    let bad = 0;
    const tell = async (name: string, check: () => Promise<Check>) => {
      const { ok, words } = await check().catch((error: unknown) => ({ ok: false, words: reasonOf(error) }));
      io.out(`${ok ? "ok " : "BAD"} ${name}: ${words}`);
      if (!ok) bad++;
      return ok;
    };
    const settings = readEnv();
    let opened: Awaited<ReturnType<typeof openDatabase>> | undefined;
    try {
      const answers = await tell("database", async () => {
        opened = await openDatabase(settings);
        return checkDatabase(opened.env);
      });
      const env = opened?.env;
      const needsDatabase = (check: (env: OpenEnv) => Promise<Check>) => async () =>
        answers && env ? check(env) : { ok: false, words: "the database does not answer" };
      await tell("roles", needsDatabase(checkRoles));
      await tell("policies", needsDatabase(checkPolicies));
      await tell("migrations", needsDatabase(checkMigrations));
      await tell("mail", () => checkMail(settings));
      await tell("clock", needsDatabase(checkClock));
    } finally {
      await opened?.stop();
    }
    return bad > 0 ? 1 : 0;
  },
};

function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return (message || code || String(error)).split("\n")[0] ?? "";
}

async function ask<R extends pg.QueryResultRow>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: "samvirk doctor",
  });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function checkDatabase(env: OpenEnv): Promise<Check> {
  const [row] = await ask<{ name: string; version: number }>(
    appUrl(env),
    "SELECT current_database() AS name, current_setting('server_version_num')::int / 10000 AS version",
  );
  const { name, version } = row ?? { name: "", version: 0 };
  return {
    ok: version >= 15,
    words: `PostgreSQL ${version}, "${name}"${version >= 15 ? "" : "; 15 or newer is needed"}`,
  };
}

/** The three roles are there, the two logins work, and none of them passes the wall. */
async function checkRoles(env: OpenEnv): Promise<Check> {
  const roles = await ask<{ name: string; wrong: boolean }>(
    appUrl(env),
    `SELECT rolname AS name, rolsuper OR rolbypassrls AS wrong FROM pg_roles
      WHERE rolname IN ('samvirk_owner', 'samvirk_app', 'samvirk_system')`,
  );
  await ask(systemUrl(env), "SELECT 1");
  const wrong = roles.filter((role) => role.wrong).map(({ name }) => name);
  if (wrong.length > 0) return { ok: false, words: `${wrong.join(" and ")} can pass the policies; migrate again` };
  return { ok: roles.length === 3, words: `${roles.length} of 3, none of them passes the policies` };
}

/** Every table with a region forces row-level security and has a policy for it. */
async function checkPolicies(env: OpenEnv): Promise<Check> {
  const tables = await ask<{ name: string; walled: boolean }>(
    appUrl(env),
    `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
              SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'wall') AS walled
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND (c.relname = 'region' OR EXISTS (
              SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'region_id' AND NOT a.attisdropped))`,
  );
  const open = tables.filter(({ walled }) => !walled).map(({ name }) => name);
  if (open.length > 0) return { ok: false, words: `no wall around ${open.join(", ")}` };
  return { ok: tables.length > 0, words: `${tables.length} tables behind the wall` };
}

/** The migrations of this version are applied, as they are. Needs a DATABASE_URL that may read their table. */
async function checkMigrations(env: OpenEnv): Promise<Check> {
  const rows = await ask<{ name: string; checksum: string; done: boolean }>(
    env.DATABASE_URL,
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS done
       FROM public._prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const folder = join(projectFolder(), "prisma/migrations");
  const names = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort();
  const failed = rows.find(({ done }) => !done);
  if (failed) return { ok: false, words: `${failed.name} failed` };
  const missing = names.filter((name) => !rows.some((row) => row.name === name));
  if (missing.length > 0) return { ok: false, words: `${missing.length} not applied: ${missing.join(", ")}` };
  const unknown = rows.find(({ name }) => !names.includes(name));
  if (unknown) return { ok: false, words: `${unknown.name} is of a newer version than this one` };
  const sums = new Map(names.map((name) => [name, checksumOf(join(folder, name, "migration.sql"))]));
  const changed = rows.find(({ name, checksum }) => sums.get(name) !== checksum);
  if (changed) return { ok: false, words: `${changed.name} was changed after it was applied` };
  return { ok: true, words: `${rows.length} applied` };
}

function checksumOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

async function checkMail(env: Env): Promise<Check> {
  if (env.MAIL_TRANSPORT === "mailbox") return { ok: true, words: "kept in the mailbox, none is sent" };
  const ways = transports();
  const senders = [
    { slug: "", mailTransport: null },
    ...(env.SMTP_URL ? [{ slug: "", mailTransport: "smtp" as const }] : []),
    ...Object.keys(env.RESEND_REGIONS).map((slug) => ({ slug, mailTransport: "resend" as const })),
  ];
  try {
    const words: string[] = [];
    for (const transport of new Set(senders.map(ways.of))) {
      const answer = await transport.verify();
      const { host } = new URL((transport.name === "resend" ? env.RESEND_SMTP_URL : env.SMTP_URL) ?? "");
      if (!answer.ok) return { ok: false, words: `${transport.name}, ${host}: ${answer.message}` };
      words.push(`${transport.name}, ${host} answers`);
    }
    return { ok: true, words: words.join("; ") };
  } finally {
    await ways.close();
  }
}

async function checkClock(env: OpenEnv): Promise<Check> {
  const before = Date.now();
  const [row] = await ask<{ now: Date; zone: boolean }>(
    appUrl(env),
    `SELECT clock_timestamp() AS now, EXISTS (SELECT FROM pg_timezone_names WHERE name = '${zone}') AS zone`,
  );
  const after = Date.now();
  const theirs = row?.now.getTime() ?? 0;
  const apart = theirs < before ? before - theirs : Math.max(0, theirs - after);
  if (apart > drift) return { ok: false, words: `the database's clock is ${Math.round(apart / 1000)} s from ours` };
  if (!row?.zone) return { ok: false, words: `the database does not know ${zone}` };
  new Intl.DateTimeFormat("en", { timeZone: zone });
  return { ok: true, words: `the database's is within ${drift / 1000} s of ours, ${zone} is known` };
}
