import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, useDatabase } from "#tests/support/database";
import { withRegion } from "~/platform/db/region-db.server";

/** Tables that belong to no region: the register, who signs in, and what stands in for the outside. */
const regionless = [
  "_prisma_migrations",
  "account",
  "mailbox_message",
  "municipality",
  "municipality_change",
  "municipality_version",
  "rate_limit",
  "register_edition",
  "session",
  "sign_in",
];

/** The indexes that do not begin with the region, each for a path across regions. */
const acrossRegions = ["delivery_batch_due", "delivery_due", "event_partner_partner", "event_wake", "person_email"];

/** What may be seen across regions: a table, or the columns of one. */
const systemMay = [
  "account: DELETE INSERT SELECT UPDATE",
  "delivery(attempts): SELECT UPDATE",
  "delivery(batch_id): SELECT",
  "delivery(due_at): SELECT",
  "delivery(id): SELECT",
  "delivery(kind): SELECT",
  "delivery(lease_until): SELECT UPDATE",
  "delivery(leased_by): SELECT UPDATE",
  "delivery(region_id): SELECT",
  "delivery(rule): SELECT",
  "delivery(sent_at): SELECT",
  "delivery(state): SELECT UPDATE",
  "delivery_batch(attempts): SELECT UPDATE",
  "delivery_batch(due_at): SELECT",
  "delivery_batch(id): SELECT",
  "delivery_batch(lease_until): SELECT UPDATE",
  "delivery_batch(leased_by): SELECT UPDATE",
  "delivery_batch(region_id): SELECT",
  "delivery_batch(state): SELECT UPDATE",
  "delivery_batch(tried_at): SELECT UPDATE",
  "event(id): SELECT",
  "event(region_id): SELECT",
  "event(wake_at): SELECT",
  "event_partner: SELECT",
  "mailbox_message: DELETE INSERT SELECT UPDATE",
  "municipality: DELETE INSERT SELECT UPDATE",
  "municipality_change: DELETE INSERT SELECT UPDATE",
  "municipality_version: DELETE INSERT SELECT UPDATE",
  "person(email): SELECT",
  "person(id): SELECT",
  "person(region_id): SELECT",
  "rate_limit: DELETE INSERT SELECT UPDATE",
  "region: SELECT",
  "register_edition: DELETE INSERT SELECT UPDATE",
  "role: SELECT",
  "session: DELETE INSERT SELECT UPDATE",
  "sign_in: DELETE INSERT SELECT UPDATE",
];

const systemPolicies = [
  "delivery.system_claims",
  "delivery_batch.system_claims",
  "event.system_reads",
  "event_partner.system_reads",
  "person.system_reads",
  "region.system_reads",
  "role.system_reads",
];

/** What the application may do to a table of a region, where it is not all four. */
const appMay: Record<string, string> = {
  audit_event: "INSERT SELECT",
  action_plan_version: "DELETE INSERT SELECT",
  plan_version: "DELETE INSERT SELECT",
  report_submission: "INSERT SELECT",
  municipality: "SELECT",
  municipality_change: "SELECT",
  municipality_version: "SELECT",
  register_edition: "SELECT",
};

const wall = (column: string) => `(${column} = (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid)`;

/** Each row names one thing that is not as it should be. `$1`: tables of no region, `$2`: excused indexes. */
const checks: [string, string][] = [
  [
    "is neither walled nor named as regionless",
    `SELECT relname AS thing FROM tables WHERE NOT walled AND relname <> ALL ($1)`,
  ],
  [
    "is named as regionless but has a region",
    `SELECT relname AS thing FROM tables WHERE walled AND relname = ANY ($1)`,
  ],
  [
    "has no forced row-level security",
    `SELECT relname AS thing FROM tables WHERE walled AND NOT (relrowsecurity AND relforcerowsecurity)`,
  ],
  [
    "has no wall, or another",
    `SELECT relname AS thing FROM tables t WHERE walled AND NOT EXISTS (
       SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND polname = 'wall' AND polcmd = '*' AND polpermissive
         AND polroles = '{0}' AND pg_get_expr(polqual, polrelid) = format($3, key)
         AND pg_get_expr(polwithcheck, polrelid) = format($3, key))`,
  ],
  [
    "lets the application round the wall",
    `SELECT relname || '.' || polname AS thing FROM pg_policy p JOIN tables t ON t.oid = p.polrelid
     WHERE polname <> 'wall' AND polpermissive AND polroles && ARRAY[0::oid, 'samvirk_app'::regrole::oid]`,
  ],
  [
    "calls a function in a policy that is volatile",
    `SELECT polrelid::regclass || '.' || polname AS thing FROM pg_policy p
     WHERE EXISTS (SELECT FROM pg_depend d JOIN pg_proc f ON f.oid = d.refobjid AND d.refclassid = 'pg_proc'::regclass
       WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND f.provolatile = 'v')
     OR EXISTS (
       SELECT FROM regexp_matches(
         concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)), '\\m(\\w+)\\(', 'g') m
       JOIN pg_proc f ON f.proname = m[1]
       WHERE f.provolatile = 'v' AND f.pronamespace = 'pg_catalog'::regnamespace)`,
  ],
  [
    "has no region that fills itself in and is never empty",
    `SELECT relname AS thing FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid AND attname = 'region_id'
     LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
     WHERE NOT attnotnull OR pg_get_expr(adbin, adrelid) IS DISTINCT FROM
       '(NULLIF(current_setting(''app.region_id''::text, true), ''''::text))::uuid'`,
  ],
  [
    "does not begin with the region",
    `SELECT i.indexrelid::regclass::text AS thing FROM pg_index i JOIN tables t ON t.oid = i.indrelid
     LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
     WHERE walled AND key = 'region_id' AND attname IS DISTINCT FROM 'region_id'
       AND i.indexrelid::regclass::text <> ALL ($2)`,
  ],
  [
    "has no primary key",
    `SELECT relname AS thing FROM tables t WHERE NOT EXISTS (
     SELECT FROM pg_constraint c WHERE c.conrelid = t.oid AND contype = 'p')`,
  ],
  [
    "is a foreign key that does not begin with the region",
    `SELECT conname::text AS thing FROM pg_constraint c JOIN tables f ON f.oid = c.confrelid
     WHERE contype = 'f' AND f.walled AND (
       'region_id' <> (SELECT attname FROM pg_attribute WHERE attrelid = c.conrelid AND attnum = c.conkey[1])
       OR f.key <> (SELECT attname FROM pg_attribute WHERE attrelid = c.confrelid AND attnum = c.confkey[1]))`,
  ],
  [
    "is a foreign key that would empty the region",
    `SELECT conname::text AS thing FROM pg_constraint c JOIN tables t ON t.oid = c.conrelid
     WHERE contype = 'f' AND walled AND (confdeltype IN ('n', 'd') AND coalesce(confdelsetcols, conkey) @> conkey[1:1])`,
  ],
  [
    "is a view that sees as its owner",
    `SELECT relname::text AS thing FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
     AND (relkind = 'm' OR NOT coalesce(reloptions::text[], '{}') && ARRAY['security_invoker=true', 'security_invoker=on'])`,
  ],
  [
    "runs as its owner",
    `SELECT proname::text AS thing FROM pg_proc p WHERE prosecdef AND pronamespace = 'public'::regnamespace`,
  ],
  [
    "has a role with rights it must not have",
    `SELECT rolname::text AS thing FROM pg_roles WHERE rolname IN ('samvirk_app', 'samvirk_system', 'samvirk_owner')
     AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
       OR (rolcanlogin <> (rolname <> 'samvirk_owner')))`,
  ],
  [
    "is a role in another",
    `SELECT format('%s in %s', member::regrole, roleid::regrole) AS thing FROM pg_auth_members
     WHERE member IN ('samvirk_app'::regrole, 'samvirk_system'::regrole)`,
  ],
  [
    "belongs to a role that serves",
    `SELECT relname::text AS thing FROM pg_class WHERE relowner IN ('samvirk_app'::regrole, 'samvirk_system'::regrole)
     UNION ALL SELECT proname FROM pg_proc WHERE proowner IN ('samvirk_app'::regrole, 'samvirk_system'::regrole)
     UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner IN ('samvirk_app'::regrole, 'samvirk_system'::regrole)
     UNION ALL SELECT datname FROM pg_database WHERE datdba IN ('samvirk_app'::regrole, 'samvirk_system'::regrole)`,
  ],
  [
    "can make things",
    `SELECT r::text AS thing FROM unnest(ARRAY['samvirk_app', 'samvirk_system']) r
     WHERE has_schema_privilege(r, 'public', 'CREATE')`,
  ],
];

/** Tables of ours; `walled` when they belong to a region, `key` the column that says which. */
const tables = `WITH tables AS (
  SELECT c.*, key, key IS NOT NULL AS walled FROM pg_class c, LATERAL (SELECT CASE
      WHEN relname = 'region' THEN 'id'
      WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'region_id' AND NOT attisdropped)
        THEN 'region_id' END AS key) k
  WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace)`;

async function faults(client: pg.Client): Promise<string[]> {
  const found: string[] = [];
  for (const [what, sql] of checks) {
    const values = [regionless, acrossRegions, wall("%s")];
    const used = values.map((value, n) => `$${n + 1}::${Array.isArray(value) ? "text[]" : "text"}`).join(", ");
    const text = `${tables} SELECT q.thing FROM (${sql}) q, (SELECT ${used}) values ORDER BY 1`;
    const { rows } = await client.query<{ thing: string }>(text, values);
    found.push(...rows.map(({ thing }) => `${thing} ${what}`));
  }
  const system = await rightsOf(client, "samvirk_system");
  found.push(...difference(system, systemMay).map((right) => `samvirk_system: ${right}`));
  const policies = await client.query<{ name: string }>(
    `SELECT polrelid::regclass || '.' || polname AS name FROM pg_policy
     WHERE polroles && ARRAY['samvirk_system'::regrole::oid] ORDER BY 1`,
  );
  const names = policies.rows.map(({ name }) => name);
  found.push(...difference(names, systemPolicies).map((name) => `samvirk_system: ${name}`));
  for (const right of await rightsOf(client, "samvirk_app")) {
    const [table = "", deeds] = right.split(": ");
    const expected = appMay[table] ?? (regionless.includes(table) ? "nothing" : "DELETE INSERT SELECT UPDATE");
    if (deeds !== expected) found.push(`samvirk_app: ${right}`);
  }
  return found;
}

/** What a role may do, itself or as everybody: a line per table, and per column where that is less. */
async function rightsOf(client: pg.Client, role: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `WITH rights AS (
       SELECT c.relname::text AS thing, a.privilege_type AS deed FROM pg_class c, aclexplode(relacl) a
       WHERE relnamespace = 'public'::regnamespace AND grantee IN (0, $1::regrole)
       UNION ALL SELECT format('%s(%s)', c.relname, attname), a.privilege_type
       FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid, aclexplode(attacl) a
       WHERE relnamespace = 'public'::regnamespace AND grantee IN (0, $1::regrole))
     SELECT format('%s: %s', thing, string_agg(DISTINCT deed, ' ' ORDER BY deed)) AS line
     FROM rights GROUP BY thing ORDER BY thing COLLATE "C"`,
    [role],
  );
  return rows.map(({ line }) => line);
}

function difference(found: string[], expected: string[]): string[] {
  return [
    ...found.filter((line) => !expected.includes(line)).map((line) => `too much: ${line}`),
    ...expected.filter((line) => !found.includes(line)).map((line) => `missing: ${line}`),
  ];
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

describe("the catalogue of the migrated database", () => {
  let client: pg.Client;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await testDatabase();
    drop = database.drop;
    client = await connect(database.adminUrl);
  });
  afterAll(async () => {
    await client.end();
    await drop();
  });

  it("keeps every region behind its wall", async () => {
    expect(await faults(client)).toEqual([]);
  });

  const made = `CREATE TABLE made (region_id uuid NOT NULL
      DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid, id uuid,
      actor_id uuid, PRIMARY KEY (region_id, id)); SELECT raise_wall('made');`;
  const wrong: [string, string, string][] = [
    ["a table of no region", "CREATE TABLE made (id uuid PRIMARY KEY)", "made is neither walled nor named"],
    ["a table without a wall", `${made} ALTER TABLE made DISABLE ROW LEVEL SECURITY`, "made has no forced"],
    ["a wall its owner passes", `${made} ALTER TABLE made NO FORCE ROW LEVEL SECURITY`, "made has no forced"],
    ["a missing policy", `${made} DROP POLICY wall ON made`, "made has no wall"],
    ["a policy that lets all through", `${made} ALTER POLICY wall ON made USING (true)`, "made has no wall"],
    ["a policy that lets all in", `${made} ALTER POLICY wall ON made WITH CHECK (true)`, "made has no wall"],
    ["a door beside the wall", `${made} CREATE POLICY door ON made USING (true)`, "made.door lets the application"],
    [
      "a volatile policy",
      `${made} CREATE POLICY slow ON made AS RESTRICTIVE USING (random() < 2)`,
      "made.slow calls a function",
    ],
    [
      "a volatile policy by a function of our own",
      `${made} CREATE FUNCTION here() RETURNS uuid VOLATILE LANGUAGE sql AS 'SELECT gen_random_uuid()';
       CREATE POLICY slow ON made AS RESTRICTIVE USING (region_id <> here())`,
      "made.slow calls a function",
    ],
    [
      "a region that may be empty",
      `${made} ALTER TABLE made DROP CONSTRAINT made_pkey, ADD PRIMARY KEY (id),
      ALTER region_id DROP NOT NULL`,
      "made has no region that fills",
    ],
    [
      "a region that does not fill itself in",
      `${made} ALTER TABLE made ALTER region_id DROP DEFAULT`,
      "made has no region",
    ],
    [
      "a primary key of the id",
      `${made} ALTER TABLE made DROP CONSTRAINT made_pkey, ADD PRIMARY KEY (id)`,
      "made_pkey does",
    ],
    ["no primary key", `${made} ALTER TABLE made DROP CONSTRAINT made_pkey`, "made has no primary key"],
    [
      "a unique constraint across regions",
      `${made} ALTER TABLE made ADD UNIQUE (actor_id)`,
      "made_actor_id_key does not",
    ],
    ["an index across regions", `${made} CREATE INDEX made_index ON made (id, region_id)`, "made_index does not begin"],
    ["an index on an expression", `${made} CREATE INDEX made_index ON made ((id::text))`, "made_index does not begin"],
    [
      "a foreign key by id",
      `ALTER TABLE region ADD UNIQUE (id, slug); ${made} ALTER TABLE actor ADD CONSTRAINT actor_id_alone UNIQUE (id);
       ALTER TABLE made ADD CONSTRAINT made_fkey FOREIGN KEY (actor_id) REFERENCES actor (id)`,
      "made_fkey is a foreign key that does not begin",
    ],
    [
      "a foreign key that crosses",
      `${made} ALTER TABLE made ADD CONSTRAINT made_fkey FOREIGN KEY (actor_id, id) REFERENCES actor (region_id, id)`,
      "made_fkey is a foreign key that does not begin",
    ],
    ["a view of its owner's", "CREATE VIEW made AS SELECT * FROM person", "made is a view that sees"],
    ["a kept view", "CREATE MATERIALIZED VIEW made AS SELECT * FROM person", "made is a view that sees"],
    [
      "a function of its owner's",
      "CREATE FUNCTION made() RETURNS bigint SECURITY DEFINER LANGUAGE sql AS 'SELECT count(*) FROM person'",
      "made runs as its owner",
    ],
    ["a role that passes", "ALTER ROLE samvirk_app BYPASSRLS", "samvirk_app has a role with rights"],
    ["a role that is all-powerful", "ALTER ROLE samvirk_system SUPERUSER", "samvirk_system has a role with rights"],
    ["a role that owns", "ALTER TABLE actor OWNER TO samvirk_app", "actor belongs to a role that serves"],
    [
      "a role in the owner's",
      "GRANT samvirk_owner TO samvirk_app",
      "samvirk_app in samvirk_owner is a role in another",
    ],
    ["a role that makes tables", "GRANT CREATE ON SCHEMA public TO samvirk_app", "samvirk_app can make things"],
    ["names seen across regions", "GRANT SELECT (name) ON person TO samvirk_system", "too much: person(name): SELECT"],
    ["a table seen across regions", "GRANT SELECT ON event TO samvirk_system", "too much: event: SELECT"],
    ["a table that everybody may read", "GRANT SELECT ON event TO PUBLIC", "samvirk_system: too much: event: SELECT"],
    [
      "another policy of the system's",
      "CREATE POLICY made ON event TO samvirk_system USING (true)",
      "samvirk_system: too much: event.made",
    ],
    ["an audit log that can be changed", "GRANT UPDATE ON audit_event TO samvirk_app", "samvirk_app: audit_event: "],
    [
      "a register that a region can change",
      "GRANT UPDATE ON municipality TO samvirk_app",
      "samvirk_app: municipality: ",
    ],
    ["sessions that a region can see", "GRANT SELECT ON session TO samvirk_app", "samvirk_app: session: SELECT"],
  ];
  it.each(wrong)("would not have %s", async (_what, sql, fault) => {
    await client.query("BEGIN");
    try {
      await client.query(sql);
      expect(await faults(client)).toContainEqual(expect.stringContaining(fault));
    } finally {
      await client.query("ROLLBACK");
    }
  });

  it("lets a view pass that sees as its reader", async () => {
    await client.query("BEGIN");
    await client.query("CREATE VIEW made WITH (security_invoker = true) AS SELECT * FROM person");
    expect(await faults(client)).toEqual([]);
    await client.query("ROLLBACK");
  });
});

describe("the wall", () => {
  const database = useDatabase();
  const regions = { a: randomUUID(), b: randomUUID() };
  const people = { a: randomUUID(), b: randomUUID() };
  const open = (region: string) => ({ regionId: region, personId: null, via: "operator" }) as const;
  let app: pg.Client;

  /** Runs a statement in a transaction of this region's, as the application. Undone. */
  async function as(region: string | null, sql: string, ...values: unknown[]): Promise<pg.QueryResult> {
    await app.query("BEGIN");
    try {
      if (region !== null) await app.query("SELECT set_config('app.region_id', $1, true)", [region]);
      return await app.query(sql, values);
    } finally {
      await app.query("ROLLBACK");
    }
  }

  beforeAll(async () => {
    app = await connect(database.url().appUrl);
    for (const side of ["a", "b"] as const) {
      await withRegion(open(regions[side]), async (db) => {
        await db.region.create({ data: { id: regions[side], slug: side, name: side, initials: side } });
        await db.person.create({ data: { id: people[side], name: side, email: `post@${side}.example` } });
        await db.auditEvent.create({
          data: { via: "operator", action: "created", subjectKind: "region", subjectId: regions[side] },
        });
      });
    }
  });
  afterAll(() => app.end());

  it("shows nothing and takes nothing when no region is set", async () => {
    const { rows } = await app.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(13);
    for (const region of [null, ""]) {
      for (const { name } of rows) expect((await as(region, `SELECT FROM "${name}"`)).rowCount, name).toBe(0);
      const insert = as(region, "INSERT INTO person (id, name, email) VALUES ($1, 'x', 'x@x.example')", randomUUID());
      await expect(insert).rejects.toThrow(/null value|row-level security/);
      const given = "INSERT INTO person (region_id, id, name, email) VALUES ($1, $2, 'x', 'x@x.example')";
      await expect(as(region, given, regions.a, randomUUID())).rejects.toThrow(/row-level security/);
    }
  });

  it("shows one region nothing of another, and lets it change nothing there", async () => {
    expect((await as(regions.a, "SELECT email FROM person")).rows).toEqual([{ email: "post@a.example" }]);
    expect((await as(regions.a, "SELECT slug FROM region")).rows).toEqual([{ slug: "a" }]);
    expect((await as(regions.a, "SELECT FROM person WHERE id = $1", people.b)).rowCount).toBe(0);
    expect((await as(regions.a, "UPDATE person SET name = 'x' WHERE id = $1", people.b)).rowCount).toBe(0);
    expect((await as(regions.a, "DELETE FROM person WHERE id = $1", people.b)).rowCount).toBe(0);
    expect((await as(regions.a, "UPDATE region SET name = 'x'")).rowCount).toBe(1);
    const insert = "INSERT INTO person (region_id, id, name, email) VALUES ($1, $2, 'x', 'x@x.example')";
    await expect(as(regions.a, insert, regions.b, randomUUID())).rejects.toThrow(/row-level security/);
    const move = as(regions.a, "UPDATE person SET region_id = $1 WHERE id = $2", regions.b, people.a);
    await expect(move).rejects.toThrow(/row-level security/);
  });

  it("does not tell by a unique constraint what another region has", async () => {
    const insert = "INSERT INTO person (id, name, email) VALUES ($1, 'x', 'post@b.example')";
    expect((await as(regions.a, insert, randomUUID())).rowCount).toBe(1);
    expect((await as(regions.a, insert, people.b)).rowCount).toBe(1);
  });

  it("lets no foreign key point into another region", async () => {
    const insert = "INSERT INTO role (id, person_id, kind, valid_from) VALUES ($1, $2, 'reader', now())";
    expect((await as(regions.a, insert, randomUUID(), people.a)).rowCount).toBe(1);
    await expect(as(regions.a, insert, randomUUID(), people.b)).rejects.toThrow(/role_region_id_person_id_fkey/);
  });

  it("does not let the region of one transaction reach the next on the same connection", async () => {
    const seen = () =>
      app.query<{ n: string; region: string | null }>(
        "SELECT count(*) AS n, NULLIF(current_setting('app.region_id', true), '') AS region FROM person",
      );
    expect((await as(regions.a, "SELECT FROM person")).rowCount).toBe(1);
    expect((await seen()).rows).toEqual([{ n: "0", region: null }]);
    await withRegion(open(regions.a), (db) => db.person.count());
    const counts = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        const side = n % 2 ? "a" : "b";
        const failing = n % 5 === 0;
        const work = withRegion(open(regions[side]), async (db) => {
          const found = await db.person.findMany();
          if (failing) throw new Error("undone");
          return found.map(({ email }) => email);
        });
        return failing ? work.catch(() => [`post@${side}.example`]) : work;
      }),
    );
    expect(counts).toEqual(counts.map((_, n) => [`post@${n % 2 ? "a" : "b"}.example`]));
  });

  it("lets the application write the audit log and never change it", async () => {
    expect((await as(regions.a, "SELECT FROM audit_event")).rowCount).toBe(1);
    for (const sql of ["UPDATE audit_event SET via = 'x'", "DELETE FROM audit_event", "TRUNCATE audit_event"])
      await expect(as(regions.a, sql)).rejects.toThrow(/permission denied/);
  });

  it("lets the application lift no wall", async () => {
    for (const sql of [
      "ALTER TABLE person DISABLE ROW LEVEL SECURITY",
      "DROP POLICY wall ON person",
      "SET ROLE samvirk_owner",
      "SET ROLE samvirk_system",
      "CREATE TABLE mine (id int)",
    ])
      await expect(as(regions.a, sql), sql).rejects.toThrow(/must be owner|permission denied/);
    await expect(as(regions.a, "SET LOCAL row_security = off; SELECT * FROM person")).rejects.toThrow(
      /row-level security/,
    );
  });

  it("shows the system no name, no message and no secret", async () => {
    const system = await connect(database.url().systemUrl);
    for (const sql of [
      "SELECT name FROM person",
      "SELECT secret FROM delivery",
      "SELECT to_address FROM delivery",
      "SELECT message FROM delivery",
      "SELECT title FROM event",
      "SELECT 1 FROM link_token",
      "DELETE FROM delivery",
      "UPDATE region SET name = 'x'",
    ])
      await expect(system.query(sql), sql).rejects.toThrow(/permission denied/);
    expect((await system.query("SELECT email FROM person")).rowCount).toBe(2);
    await system.end();
  });
});
