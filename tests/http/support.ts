import { createHash, randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { RouteConfigEntry } from "@remix-run/route-config";
import pg from "pg";
import PostalMime from "postal-mime";
import { actionPlanIn } from "#tests/http/action-plan-ids";
import { feeIn } from "#tests/http/fee-ids";
import { reportIn } from "#tests/http/report-ids";
import { type RunningApp, startApp } from "#tests/support/app";
import { addMeeting } from "#tests/support/meeting";
import table from "~/routes";

export const coordinators = {
  vestland: "koordinator@vestland.example",
  vestregionen: "koordinator@vestregionen.example",
};

/** The application with the demo, where both regions have a plan. */
export async function startDemo(
  env: Record<string, string> = {},
  before?: (env: Record<string, string>) => Promise<void>,
): Promise<RunningApp> {
  return startApp({ env, demo: true, ...(before && { before }) });
}

const pools = new WeakMap<RunningApp, pg.Pool>();

/** Connections that are kept, since tests ask often while they wait. They end with their database. */
function poolOf(app: RunningApp): pg.Pool {
  const found = pools.get(app);
  if (found) return found;
  const pool = new pg.Pool({ connectionString: app.database.adminUrl, max: 4 });
  pool.on("error", () => {});
  pools.set(app, pool);
  return pool;
}

/** Runs SQL as superuser, past every wall. */
export async function query<R extends pg.QueryResultRow>(
  app: RunningApp,
  sql: string,
  ...values: unknown[]
): Promise<R[]> {
  return (await poolOf(app).query<R>(sql, values)).rows;
}

export type Answer = { status: number; location: string | null; headers: Headers; text: string };

export type Visitor = {
  cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  head(path: string): Promise<Answer>;
  /** Posts a form from a page of ours; `headers` may say otherwise. */
  post(path: string, form?: Record<string, string> | FormData, headers?: Record<string, string>): Promise<Answer>;
};

/** A browser as far as HTTP goes: it keeps cookies and follows nothing by itself. */
export function visitor(app: RunningApp): Visitor {
  const cookies = new Map<string, string>();
  const send = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: URLSearchParams | FormData,
  ) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(new URL(path, app.url), {
      ...{ method, redirect: "manual" },
      // To pack a page and unpack it again takes as long as a tenth of making it.
      headers: { "accept-language": "nn", "accept-encoding": "identity", ...(cookie && { cookie }), ...headers },
      ...(body && { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line) || value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    const { status } = response;
    return {
      status,
      location: response.headers.get("location"),
      headers: response.headers,
      text: await response.text(),
    };
  };
  return {
    cookies,
    get: (path, headers = {}) => send("GET", path, headers),
    head: (path) => send("HEAD", path, {}),
    post: (path, form = {}, headers = {}) =>
      send("POST", path, { origin: app.url, ...headers }, form instanceof FormData ? form : new URLSearchParams(form)),
  };
}

/** Somebody who is signed in already. The session is made in the database. */
export async function signedIn(app: RunningApp, email: string): Promise<Visitor> {
  const value = randomBytes(20).toString("hex");
  await query(
    app,
    `WITH who AS (INSERT INTO account (id, email) VALUES ($1, $2)
       ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id)
     INSERT INTO session (id, public_id, account_id, expires_at, ends_at)
     SELECT $3, $4, id, now() + interval '14 days', now() + interval '90 days' FROM who`,
    randomUUID(),
    email,
    createHash("sha256").update(value).digest("hex"),
    randomUUID(),
  );
  const person = visitor(app);
  person.cookies.set("__Host-samvirk", value);
  return person;
}

/** Gives a person of the region a role from yesterday on, and signs the person in. */
export async function signedInAs(app: RunningApp, slug: string, kind: string): Promise<Visitor> {
  const email = `${kind}-${randomBytes(4).toString("hex")}@${slug}.example`;
  await query(
    app,
    `WITH who AS (INSERT INTO person (region_id, id, name, email)
       SELECT id, $1, $4, $3 FROM region WHERE slug = $5 RETURNING region_id, id)
     INSERT INTO role (region_id, id, person_id, kind, valid_from)
     SELECT region_id, $2, id, $4::role_kind, current_date - 1 FROM who`,
    randomUUID(),
    randomUUID(),
    email,
    kind,
    slug,
  );
  return signedIn(app, email);
}

/** The texts of the mails to an address, the oldest first; waits until there are as many as asked for. */
export async function mailsTo(app: RunningApp, address: string, atLeast = 1): Promise<string[]> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const rows = await query<{ raw: Buffer }>(
      app,
      "SELECT raw FROM mailbox_message WHERE to_address = $1 ORDER BY received_at, id",
      address,
    );
    if (rows.length >= atLeast)
      return Promise.all(rows.map(async ({ raw }) => (await PostalMime.parse(raw)).text ?? ""));
    if (Date.now() > deadline) throw new Error(`${rows.length} mails to ${address}, not ${atLeast}`);
    await sleep(50);
  }
}

/** Waits until the worker has nothing left to send. */
export async function mailsAreSent(app: RunningApp): Promise<void> {
  const waiting = "SELECT 1 FROM delivery WHERE state IN ('queued', 'sending') AND due_at <= now()";
  for (let round = 0; round < 600; round += 1) {
    if ((await query(app, waiting)).length === 0) return;
    await sleep(50);
  }
  throw new Error("The worker does not send");
}

/** What a page's form carries unseen, so that a POST made from the address alone is refused. */
export function proofIn(page: string): string {
  return /name="proof" value="([^"]+)"/.exec(page)?.[1] ?? "";
}

/** An event of a region with all its contact persons invited and a paper, as its coordinator makes it. Gives its id. */
export async function makeEvent(coordinator: Visitor, slug: string, title: string): Promise<string> {
  const made = await coordinator.post(`/r/${slug}/events/new`, eventForm(title));
  const id = /events\/([0-9a-f-]{36})$/.exec(made.location ?? "")?.[1];
  if (!id) throw new Error(`The event was not made: ${made.status} ${made.location}`);
  const invited = await coordinator.post(`/r/${slug}/events/${id}/invite`);
  if (invited.status !== 302) throw new Error(`Nobody was invited: ${invited.status}`);
  const added = await coordinator.post(`/r/${slug}/events/${id}/papers`, paperForm("Sakliste.txt", "1. Godkjenning"));
  if (added.status !== 302) throw new Error(`The paper was not added: ${added.status}`);
  return id;
}

export const eventForm = (title: string) => ({
  ...{ title, kind: "meeting", date: "2031-05-14", start: "09:00", end: "10:30", place: "Møterom 1", link: "" },
  ...{ description: "", replyBy: "", version: "0", when: "later" },
});

/** The form that adds a paper to an event. */
export function paperForm(name: string, content: string | Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData();
  form.set("intent", "add");
  form.set("files", new Blob([content]), name);
  return form;
}

export type Route = { path: string; file: string };

/** Every address of `app/routes.ts` with the file that answers it, layouts left out. */
export function routes(): Route[] {
  const walk = (entries: RouteConfigEntry[], above: string): Route[] =>
    entries.flatMap(({ path, index, file, children }) => {
      const full = path ? `${above}/${path}` : above;
      const own = path !== undefined || index ? [{ path: full || "/", file }] : [];
      return [...own, ...walk(children ?? [], full)];
    });
  return walk(table, "").map((route) => ({ ...route, path: route.path.replace("*", "no-such-page") }));
}

/** A print of every row of every table, which changes with any write. */
export async function printOf(app: RunningApp): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    app,
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const counts = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, concat(count(*), ' ', sum(xmin::text::bigint), ' ', sum(hashtext(ctid::text))) AS print FROM "${name}"`,
  );
  const rows = await query<{ name: string; print: string }>(app, counts.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}

/** The ids a region has, by the name its addresses give them. */
export async function idsOf(app: RunningApp, slug: string): Promise<Record<string, string>> {
  const one = async (sql: string) => (await query<{ id: string }>(app, `${sql} LIMIT 1`, slug))[0]?.id ?? "";
  const of = (name: string) =>
    `SELECT t.id FROM ${name} t JOIN region r ON r.id = t.region_id WHERE r.slug = $1 ORDER BY t.id`;
  const plan = `FROM communications_plan p JOIN region r ON r.id = p.region_id WHERE r.slug = $1 ORDER BY p."to"`;
  const years = `to_char(p."from", 'YYYY')`;
  const inPlan = await actionPlanIn((sql, of) => query(app, sql, of), slug);
  return {
    region: slug,
    view: "board",
    period: await one(
      `SELECT CASE WHEN ${years} = to_char(p."to", 'YYYY') THEN ${years} ELSE ${years} || '-' || to_char(p."to", 'YYYY') END AS id ${plan}`,
    ),
    row: await one(
      `SELECT w.id FROM plan_row w JOIN communications_plan p ON p.region_id = w.region_id AND p.id = w.plan_id
       JOIN region r ON r.id = p.region_id WHERE r.slug = $1 ORDER BY p."to", w.id`,
    ),
    network: await one(of("network")),
    number: await one(
      `SELECT m.number AS id FROM region_municipality t JOIN region r ON r.id = t.region_id
       JOIN municipality m ON m.id = t.municipality_id WHERE r.slug = $1 ORDER BY 1`,
    ),
    event: await one(of("event")),
    invitation: await one(of("invitation")),
    ticket: await one(
      `SELECT i.id FROM invitation i JOIN region r ON r.id = i.region_id WHERE r.slug = $1
       AND i.event_id = (SELECT min(e.id::text)::uuid FROM event e WHERE e.region_id = r.id) ORDER BY i.id`,
    ),
    delivery: await one(of("delivery")),
    import: await one(of("import").replace("ORDER", "AND t.kind = 'document' ORDER")),
    person: await one(of("person")),
    actor: await one(of("actor")),
    task: await one(of("task")),
    group: await one(of("support_group")),
    area: await one(of("area")),
    audience: await one(of("audience")),
    publication: await one(of("publication")),
    registration: await registrationIn(app, slug),
    paper: await one(
      `SELECT t.id FROM paper t JOIN region r ON r.id = t.region_id WHERE r.slug = $1 AND t.file_id IS NOT NULL
       AND t.event_id = (SELECT e.id FROM event e WHERE e.region_id = t.region_id ORDER BY e.id LIMIT 1) ORDER BY t.id`,
    ),
    file: "contacts.csv",
    rule: `gathering:${await one(of("network").replace("ORDER BY", "ORDER BY t.name = 'Nettverk Aktiv Omsorg' DESC,"))}`,
    template: await templateIn(app, slug),
    ...(await newsletterIn(app, slug)),
    ...inPlan,
    ...(await feeIn((sql, of) => query(app, sql, of), slug, inPlan.year ?? "")),
    ...(await meetingIn(app, slug)),
    ...(await reportIn((sql, of) => query(app, sql, of), slug)),
  };
}

const meetings = new WeakMap<RunningApp, Map<string, Record<string, string>>>();

/** A governing body with a meeting under way, a member, a case and what is to be done; made once for each region. */
async function meetingIn(app: RunningApp, slug: string): Promise<Record<string, string>> {
  const made = meetings.get(app) ?? new Map<string, Record<string, string>>();
  meetings.set(app, made);
  const known = made.get(slug);
  if (known) return known;
  const { council, minutes, member, followUp, cases } = await addMeeting(app.database, slug, "live");
  const ids = { body: council, minutes, member, followUp, case: cases["Møteplan for neste år"] ?? "" };
  made.set(slug, ids);
  return ids;
}

/** The region's newsletter, with a draft that has a piece with an image, and a note; they are made when there are none. */
async function newsletterIn(app: RunningApp, slug: string): Promise<Record<string, string>> {
  const [found] = await query<Record<"newsletter" | "issue" | "item" | "image" | "note", string>>(
    app,
    `SELECT i.newsletter_id AS newsletter, i.id AS issue, t.id AS item, t.image_id AS image, n.id AS note
     FROM newsletter_issue i JOIN region r ON r.id = i.region_id
     JOIN issue_item t ON t.region_id = i.region_id AND t.issue_id = i.id AND t.image_id IS NOT NULL
     JOIN newsletter_note n ON n.region_id = i.region_id AND n.newsletter_id = i.newsletter_id
     WHERE r.slug = $1 AND i.state = 'draft' ORDER BY i.id LIMIT 1`,
    slug,
  );
  if (found) return found;
  await query(
    app,
    `WITH here AS (SELECT n.region_id, n.id FROM newsletter n JOIN region r ON r.id = n.region_id
         WHERE r.slug = $1 ORDER BY n.id LIMIT 1),
       issue AS (INSERT INTO newsletter_issue (region_id, id, newsletter_id, year, number, subject, since, updated_at)
         SELECT region_id, gen_random_uuid(), id, 2026, 90, '{"nn": "Prøve"}', now(), now() FROM here
         RETURNING region_id, id),
       file AS (INSERT INTO stored_file (region_id, id, name, type, size, hash, content)
         SELECT region_id, gen_random_uuid(), '1x1', 'image/png', 1, 'x', '\\x00' FROM here RETURNING region_id, id),
       note AS (INSERT INTO newsletter_note (region_id, id, newsletter_id, actor_id, heading)
         SELECT h.region_id, gen_random_uuid(), h.id, a.id, '{"nn": "Innspel"}'
         FROM here h JOIN actor a ON a.region_id = h.region_id ORDER BY a.id LIMIT 1)
     INSERT INTO issue_item (region_id, id, issue_id, position, kind, heading, image_id, image_alt)
     SELECT i.region_id, gen_random_uuid(), i.id, 1, 'text', '{"nn": "Sak"}', f.id, '{"nn": "Bilete"}'
     FROM issue i JOIN file f ON f.region_id = i.region_id`,
    slug,
  );
  return newsletterIn(app, slug);
}

/** A Word template of the region, whose file is none; it is made when there is none. */
async function templateIn(app: RunningApp, slug: string): Promise<string> {
  const [found] = await query<{ id: string }>(
    app,
    `SELECT t.id FROM document_template t JOIN region r ON r.id = t.region_id WHERE r.slug = $1 ORDER BY t.id LIMIT 1`,
    slug,
  );
  if (found) return found.id;
  await query(
    app,
    `WITH file AS (INSERT INTO stored_file (region_id, id, name, type, size, hash, content)
       SELECT id, gen_random_uuid(), 'mal', 'text/plain', 1, 'x', '\\x00' FROM region WHERE slug = $1 RETURNING region_id, id)
     INSERT INTO document_template (region_id, id, kind, name, file_id, updated_at)
     SELECT region_id, gen_random_uuid(), 'status_report', 'Mal', id, now() FROM file`,
    slug,
  );
  return templateIn(app, slug);
}

/** Somebody who has signed up to the region's first event; she is made when there is none. */
async function registrationIn(app: RunningApp, slug: string): Promise<string> {
  const first = `SELECT e.region_id, e.id FROM event e JOIN region r ON r.id = e.region_id WHERE r.slug = $1 ORDER BY e.id LIMIT 1`;
  const found = await query<{ id: string }>(
    app,
    `WITH first AS (${first}), made AS (
       INSERT INTO registration (region_id, id, event_id, person_id, name, way, state, number, locale)
       SELECT f.region_id, gen_random_uuid(), f.id, p.id, p.name, 'online', 'registered', 1, 'nn'
       FROM first f JOIN person p ON p.region_id = f.region_id
       WHERE NOT EXISTS (SELECT 1 FROM registration g WHERE g.event_id = f.id) ORDER BY p.id LIMIT 1 RETURNING id)
     SELECT id FROM made UNION ALL
     SELECT g.id FROM registration g JOIN first f ON f.id = g.event_id LIMIT 1`,
    slug,
  );
  return found[0]?.id ?? "";
}

/** An address with its names filled in. A name that nobody has an id for is an error, so that none is forgotten. */
export function fill(path: string, ids: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const id = ids[name];
    if (!id) throw new Error(`${path}: there is no id for ${name}; give it one in idsOf`);
    return id;
  });
}
