import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import pg from "pg";
import type { RoleKind } from "~/domain/auth/permissions";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { inRequest } from "~/platform/request-context.server";

export type Part = "loader" | "action";
export type Route = { loader?: unknown; action?: unknown };
export type Answer = { status: number; body: unknown };

/** What a route answers to somebody who is signed in with this cookie: its status, whether it was returned or thrown. */
export async function call(
  route: Route,
  part: Part,
  params: object,
  cookie: string,
  form?: Record<string, string>,
  query = "",
): Promise<Answer> {
  const request = new Request(`http://localhost/x${query}`, {
    headers: { cookie },
    ...(part === "action" && { method: "POST", body: new URLSearchParams(form) }),
  });
  const args = { request, params, context: { nonce: "", ip: "" } } as unknown as ActionFunctionArgs;
  return inRequest("nn", async (): Promise<Answer> => {
    const work = route[part] as (of: ActionFunctionArgs) => Promise<unknown>;
    return answerOf(await work(args).catch((thrown: unknown) => thrown));
  });
}

function answerOf(given: unknown): Answer {
  if (given instanceof Response) return { status: given.status, body: null };
  if (given instanceof Error) throw given;
  const wrapped = given as { init?: { status?: number } | null; data?: unknown; type?: string } | null;
  if (wrapped?.type === "DataWithResponseInit") return { status: wrapped.init?.status ?? 200, body: wrapped.data };
  return { status: 200, body: given };
}

/** Gives somebody new a role in the region, signed in. Returns the cookie. */
export async function signInTo(
  adminUrl: string,
  regionId: string,
  { kind, actorId }: { kind: RoleKind; actorId: string | null },
): Promise<string> {
  const email = `${kind}-${randomBytes(4).toString("hex")}@vestland.example`;
  const work = async (db: RegionDb) => {
    const person = await db.person.create({ data: { name: kind, email } });
    await db.role.create({ data: { personId: person.id, kind, actorId, validFrom: new Date("2020-01-01") } });
  };
  await withRegion({ regionId, personId: null, via: "session" }, work);
  const value = randomBytes(20).toString("hex");
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(
    `WITH who AS (INSERT INTO account (id, email) VALUES ($1, $2) RETURNING id)
     INSERT INTO session (id, public_id, account_id, expires_at, ends_at)
     SELECT $3, $4, id, now() + interval '14 days', now() + interval '90 days' FROM who`,
    [randomUUID(), email, createHash("sha256").update(value).digest("hex"), randomUUID()],
  );
  await client.end();
  return `__Host-samvirk=${value}`;
}
