import { createHmac } from "node:crypto";
import type { Client } from "pg";
import { type Env, StopError } from "~/platform/env.server";

const logins = ["samvirk_app", "samvirk_system"] as const;

type Login = (typeof logins)[number];
type Connection = Pick<Env, "DATABASE_URL" | "SESSION_SECRET">;

/** The password of a role follows from the secret of the installation, so that it need not be kept. Hexadecimal. */
export function rolePassword(secret: string, role: Login): string {
  return createHmac("sha256", secret).update(role).digest("hex");
}

/** The database as `samvirk_app`, which serves requests and jobs behind row-level security. */
export function appUrl(env: Connection): string {
  return roleUrl(env, "samvirk_app");
}

/** The database as `samvirk_system`, for the few paths across regions. */
export function systemUrl(env: Connection): string {
  return roleUrl(env, "samvirk_system");
}

function roleUrl(env: Connection, role: Login): string {
  if (!env.DATABASE_URL) throw new StopError("DATABASE_URL is missing: the embedded database has not been opened");
  const url = new URL(env.DATABASE_URL);
  url.username = role;
  url.password = rolePassword(env.SESSION_SECRET, role);
  return url.href;
}

/**
 * Makes the three roles and gives them their places in this database: `samvirk_owner` owns and migrates and cannot
 * sign in, the other two sign in and can go round no policy. May be repeated; passwords follow the secret.
 * The client's own login must be a superuser, or own the database and have CREATEROLE.
 */
export async function ensureRoles(client: Client, secret: string): Promise<void> {
  const { rows } = await client.query<{ rolname: string; wrong: boolean }>(
    `SELECT rolname, rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole AS wrong
       FROM pg_roles WHERE rolname IN ('samvirk_owner', 'samvirk_app', 'samvirk_system')`,
  );
  const rights = "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE";
  for (const role of ["samvirk_owner", ...logins]) {
    const found = rows.find((row) => row.rolname === role);
    if (!found) await client.query(`CREATE ROLE ${role} NOLOGIN ${rights}`);
    else if (found.wrong) await client.query(`ALTER ROLE ${role} ${rights}`);
  }
  for (const role of logins) {
    await client.query(`ALTER ROLE ${role} LOGIN PASSWORD '${rolePassword(secret, role)}'`);
  }
  await client.query(`DO $$ BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      GRANT samvirk_owner TO CURRENT_USER;
    END IF;
    EXECUTE format('GRANT CREATE ON DATABASE %I TO samvirk_owner', current_database());
  END $$`);
  await client.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
  await client.query(`GRANT USAGE, CREATE ON SCHEMA public TO samvirk_owner`);
  await client.query(`GRANT USAGE ON SCHEMA public TO samvirk_app, samvirk_system`);
}
