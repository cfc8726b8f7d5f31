import { globSync, readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#tests/support/database";

/** What the migrations make that a Prisma schema cannot say. */
const rawOnly = [
  "check account_email_lower_case",
  "check action_plan_adopted_has_day",
  "check activity_has_reason",
  "check actor_ends_after_start",
  "check actor_name_means_one",
  "check actor_not_its_own_unit",
  "check actor_person_ends_after_start",
  "check agenda_item_number",
  "check agenda_item_votes",
  "check body_case_closed_has_basis",
  "check body_case_not_its_own_part",
  "check body_member_deputy",
  "check body_member_ends_after_start",
  "check body_member_is_somebody",
  "check body_member_represents_one",
  "check body_year_counts",
  "check case_paper_is_file_or_link",
  "check channel_has_name",
  "check communications_plan_adopted_has_day",
  "check communications_plan_ends_after_start",
  "check delivery_batch_size",
  "check deputy_is_of_one",
  "check deputy_not_herself",
  "check event_audience_is_one",
  "check event_capacity",
  "check event_ends_after_start",
  "check event_language",
  "check event_offer_hours",
  "check event_reminder_before",
  "check fee_line_population",
  "check fee_year_rate",
  "check focus_area_resources",
  "check governing_body_ends_after_start",
  "check governing_body_not_its_own_next",
  "check governing_body_rules",
  "check group_member_ends_after_start",
  "check group_member_is_one",
  "check group_member_not_itself",
  "check holiday_ends_after_start",
  "check inbound_reply_decided",
  "check invitation_not_its_own_substitute",
  "check minutes_approved_frozen",
  "check minutes_ends_after_start",
  "check network_member_ends_after_start",
  "check network_member_is_one",
  "check newsletter_issue_frozen",
  "check newsletter_issue_number",
  "check newsletter_issue_sent",
  "check newsletter_issue_window",
  "check paper_is_file_or_link",
  "check person_email_lower_case",
  "check person_locale",
  "check plan_occurrence_dropped_has_reason",
  "check plan_occurrence_ends_after_start",
  "check planned_meeting_ends_after_start",
  "check priority_area_link_is_one",
  "check programme_item_starts_within",
  "check region_caps",
  "check region_municipality_ends_after_start",
  "check region_municipality_population",
  "check registration_offer_ends",
  "check registration_way_is_one",
  "check report_round_ends_after_start",
  "check report_round_submitted",
  "check report_submission_number",
  "check responsibility_ends_after_start",
  "check responsibility_is_one",
  "check role_contact_person_has_municipality",
  "check role_ends_after_start",
  "check stored_file_size",
  "check subscription_confirmed",
  "check subscription_left",
  "check support_group_ends_after_start",
  "check task_ends_after_start",
  "exclusion communications_plan_one_at_a_time",
  "exclusion municipality_version_one_at_a_time",
  "exclusion responsibility_one_accountable",
  "exclusion responsibility_one_part",
  "exclusion role_one_contact_person",
  "extension btree_gist",
  "function keep_fixed_line",
  "function keep_fixed_year",
  "function raise_wall",
  "function record_sent",
  "index delivery_batch_due on delivery_batch (due_at) where (state = ANY (ARRAY['queued'::batch_state, 'sending'::batch_state]))",
  "index delivery_due on delivery (due_at) where (state = ANY (ARRAY['queued'::delivery_state, 'sending'::delivery_state]))",
  "index event_partner_partner on event_partner (partner_id)",
  "index event_wake on event (wake_at) where (wake_at IS NOT NULL)",
  "index person_email on person (email)",
  "table _prisma_migrations",
  "trigger fee_line_fixed",
  "trigger fee_year_fixed",
];

const nativeTypes: Record<string, string> = {
  String: "text",
  Int: "integer",
  BigInt: "bigint",
  Boolean: "boolean",
  DateTime: "timestamp(3) without time zone",
  Json: "jsonb",
  Bytes: "bytea",
  Float: "double precision",
  "@db.Uuid": "uuid",
  "@db.Date": "date",
};

type Field = { name: string; type: string; list: boolean; optional: boolean; rest: string };
type Model = { name: string; table: string; fields: Field[]; attributes: string[] };

/** Reads Prisma's schema language as far as this project writes it: one field or attribute a line. */
function readSchema(text: string): { models: Model[]; enums: Map<string, { type: string; values: string[] }> } {
  const blocks = [...text.matchAll(/^(model|enum) (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, kind, name = "", body = ""]) => {
    const lines = body
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line && !line.startsWith("//"));
    const attributes = lines.filter((line) => line.startsWith("@@"));
    const mapped = attributes.map((line) => /^@@map\("(\w+)"\)/.exec(line)?.[1]).find(Boolean) ?? name;
    return { kind, name, mapped, attributes, members: lines.filter((line) => !line.startsWith("@@")) };
  });
  const enums = blocks.filter(({ kind }) => kind === "enum");
  const models = blocks.filter(({ kind }) => kind === "model");
  return {
    enums: new Map(enums.map(({ name, mapped, members }) => [name, { type: mapped, values: members }])),
    models: models.map(({ name, mapped, attributes, members }) => ({
      ...{ name, table: mapped, attributes },
      fields: members.map((line) => {
        const [, field = "", type = "", suffix = "", rest = ""] = /^(\w+)\s+(\w+)(\[\]|\?)?\s*(.*)$/.exec(line) ?? [];
        return { name: field, type, list: suffix === "[]", optional: suffix === "?", rest };
      }),
    })),
  };
}

/** One line per table, column, enum, key and index of the Prisma schema. */
function linesOfSchema(text: string): string[] {
  const { models, enums } = readSchema(text);
  const isRelation = ({ type }: Field) => models.some(({ name }) => name === type);
  const column = ({ name, rest }: Field) => /@map\("(\w+)"\)/.exec(rest)?.[1] ?? name;
  const columnsOf = (model: Model, names: string) =>
    names.split(/,\s*/).map((name) => column(model.fields.find((field) => field.name === name) as Field));
  const lines: string[] = [];
  for (const [, { type, values }] of enums) lines.push(`enum ${type}: ${values.join(", ")}`);
  for (const model of models) {
    const { table } = model;
    lines.push(`table ${table}`);
    for (const field of model.fields.filter((field) => !isRelation(field))) {
      const name = column(field);
      const enumeration = enums.get(field.type)?.type;
      const [, native, length] = /(@db\.\w+)(\(\d+\))?/.exec(field.rest) ?? [];
      const base =
        native === "@db.Timestamptz"
          ? `timestamp${length ?? ""} with time zone`
          : native === "@db.VarChar"
            ? `character varying${length ?? ""}`
            : (enumeration ?? nativeTypes[native ?? field.type] ?? `unknown ${field.type} ${native}`);
      const required = field.list || field.optional ? "" : " not null";
      const value = defaultOf(field, base);
      lines.push(
        `column ${table}.${name} ${base}${field.list ? "[]" : ""}${required}${value ? ` default ${value}` : ""}`,
      );
      if (/@id\b/.test(field.rest)) lines.push(`primary key ${table}_pkey on ${table} (${name})`);
      if (/@unique\b/.test(field.rest)) lines.push(`unique ${table}_${name}_key on ${table} (${name})`);
    }
    for (const field of model.fields.filter(isRelation)) {
      const relation = /fields: \[([^\]]+)\], references: \[([^\]]+)\](?:, onDelete: (\w+))?/.exec(field.rest);
      const target = models.find(({ name }) => name === field.type);
      if (!relation?.[1] || !relation[2] || !target) continue;
      const columns = columnsOf(model, relation[1]);
      const wanted = relation[3] ?? (field.optional ? "SetNull" : "Restrict");
      const deed = wanted.replace(/(?<=[a-z])(?=[A-Z])/, " ").toUpperCase();
      const name = `${table}_${columns.join("_")}_fkey`.slice(0, 63);
      const there = columnsOf(target, relation[2]).join(", ");
      lines.push(
        `foreign key ${name} on ${table} (${columns.join(", ")}) to ${target.table} (${there}) delete ${deed}`,
      );
    }
    for (const attribute of model.attributes) {
      const [, kind, names] = /^@@(id|unique|index)\(\[([^\]]+)\]/.exec(attribute) ?? [];
      if (!kind || !names) continue;
      const columns = columnsOf(model, names);
      const joined = columns.join("_");
      if (kind === "id") lines.push(`primary key ${table}_pkey on ${table} (${columns.join(", ")})`);
      const own = /map: "(\w+)"/.exec(attribute)?.[1];
      if (kind === "unique")
        lines.push(`unique ${own ?? `${table}_${joined}_key`} on ${table} (${columns.join(", ")})`);
      if (kind === "index") lines.push(`index ${table}_${joined}_idx on ${table} (${columns.join(", ")})`);
    }
  }
  return lines.sort();
}

/** A default as PostgreSQL writes it; undefined when the client fills the value in, or nobody does. */
function defaultOf({ rest, list }: Field, type: string): string | undefined {
  const value = /@default\(((?:[^()"]|"(?:[^"\\]|\\.)*"|\((?:[^()"]|"(?:[^"\\]|\\.)*")*\))*)\)/.exec(rest)?.[1];
  if (value === undefined || value.startsWith("uuid(")) return undefined;
  if (value === "now()") return "CURRENT_TIMESTAMP";
  const generated = /^dbgenerated\((".*")\)$/.exec(value)?.[1];
  if (generated) return JSON.parse(generated);
  if (list)
    return `ARRAY[${JSON.parse(value)
      .map((item: string) => `'${item}'::${type}`)
      .join(", ")}]`;
  if (value.startsWith('"')) return `'${JSON.parse(value)}'::${type}`;
  return /^(-?\d+|true|false)$/.test(value) ? value : `'${value}'::${type}`;
}

/** The same lines, and what a Prisma schema cannot say, from the catalogue. */
async function linesOfDatabase(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    WITH tables AS (
      SELECT oid, relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace)
    SELECT format('table %s', relname) AS line FROM tables
    UNION ALL
    SELECT format('column %s.%s %s%s%s', relname, attname, format_type(atttypid, atttypmod),
      CASE WHEN attnotnull THEN ' not null' END, ' default ' || pg_get_expr(adbin, adrelid))
    FROM tables t JOIN pg_attribute a ON attrelid = t.oid AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef d ON adrelid = t.oid AND adnum = attnum WHERE relname <> '_prisma_migrations'
    UNION ALL
    SELECT format('enum %s: %s', typname, string_agg(enumlabel, ', ' ORDER BY enumsortorder))
    FROM pg_type t JOIN pg_enum e ON enumtypid = t.oid WHERE typnamespace = 'public'::regnamespace GROUP BY typname
    UNION ALL
    SELECT format('%s %s on %s (%s)%s',
      CASE WHEN indisprimary THEN 'primary key' WHEN indisunique THEN 'unique' ELSE 'index' END, i.relname, t.relname,
      (SELECT string_agg(replace(pg_get_indexdef(indexrelid, n, true), '"', ''), ', ' ORDER BY n) FROM generate_series(1, indnkeyatts) n),
      ' where ' || pg_get_expr(indpred, indrelid))
    FROM pg_index JOIN tables t ON t.oid = indrelid JOIN pg_class i ON i.oid = indexrelid
    WHERE t.relname <> '_prisma_migrations' AND NOT EXISTS (
      SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype = 'x')
    UNION ALL
    SELECT format('foreign key %s on %s (%s) to %s (%s) delete %s%s', conname, t.relname,
      (SELECT string_agg(attname, ', ' ORDER BY n) FROM unnest(conkey) WITH ORDINALITY k (key, n)
        JOIN pg_attribute ON attrelid = conrelid AND attnum = key),
      confrelid::regclass,
      (SELECT string_agg(attname, ', ' ORDER BY n) FROM unnest(confkey) WITH ORDINALITY k (key, n)
        JOIN pg_attribute ON attrelid = confrelid AND attnum = key),
      CASE confdeltype WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' ELSE 'NO ACTION' END,
      CASE WHEN NOT convalidated OR confupdtype <> 'c' OR condeferrable THEN ', not as Prisma makes it' END)
    FROM pg_constraint JOIN tables t ON t.oid = conrelid WHERE contype = 'f'
    UNION ALL
    SELECT format('%s %s', CASE contype WHEN 'c' THEN 'check' ELSE 'exclusion' END, conname)
    FROM pg_constraint JOIN tables t ON t.oid = conrelid WHERE contype IN ('c', 'x')
    UNION ALL
    SELECT format('trigger %s', tgname) FROM pg_trigger JOIN tables t ON t.oid = tgrelid WHERE NOT tgisinternal
    UNION ALL
    SELECT format('view %s', relname) FROM pg_class
    WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('sequence %s', relname) FROM pg_class
    WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('function %s', proname) FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
    UNION ALL
    SELECT format('extension %s', extname) FROM pg_extension WHERE extname <> 'plpgsql'`);
  return rows.map(({ line }) => line).sort();
}

/** What one has and the other lacks. */
function difference(schema: string[], database: string[]): string[] {
  return [
    ...schema.filter((line) => !database.includes(line)).map((line) => `only in the schema: ${line}`),
    ...database
      .filter((line) => !schema.includes(line) && !rawOnly.includes(line))
      .map((line) => `only in the database: ${line}`),
    ...rawOnly.filter((line) => !database.includes(line)).map((line) => `listed, and not in the database: ${line}`),
  ];
}

const schema = globSync("prisma/schema/*.prisma")
  .sort()
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

describe("the Prisma schema and the migrated database", () => {
  let client: pg.Client;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await testDatabase();
    drop = database.drop;
    client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await drop();
  });

  it("say the same", async () => {
    const lines = linesOfSchema(schema);
    expect(lines.length).toBeGreaterThan(200);
    expect(difference(lines, await linesOfDatabase(client))).toEqual([]);
  });

  it.each([
    ["a table", "CREATE TABLE made (id uuid PRIMARY KEY)", "only in the database: table made"],
    ["a column", "ALTER TABLE actor ADD made text", "only in the database: column actor.made text"],
    ["a column less", "ALTER TABLE actor DROP web", "only in the schema: column actor.web"],
    ["another type", "ALTER TABLE actor ALTER web TYPE varchar(10)", "only in the schema: column actor.web text"],
    [
      "a value that may be missing",
      "ALTER TABLE actor ALTER name DROP NOT NULL",
      "only in the schema: column actor.name",
    ],
    ["another default", "ALTER TABLE actor ALTER web SET DEFAULT 'x'", "only in the schema: column actor.web"],
    ["a default less", "ALTER TABLE actor ALTER region_id DROP DEFAULT", "only in the schema: column actor.region_id"],
    ["another word in an enum", "ALTER TYPE answer ADD VALUE 'made'", "only in the schema: enum answer"],
    ["an index", "CREATE INDEX made ON actor (region_id, name)", "only in the database: index made on actor"],
    [
      "an index less",
      "DROP INDEX actor_region_id_position_idx",
      "only in the schema: index actor_region_id_position_idx",
    ],
    [
      "a unique key less",
      "DROP INDEX person_region_id_email_key",
      "only in the schema: unique person_region_id_email_key",
    ],
    [
      "a foreign key less",
      "ALTER TABLE event DROP CONSTRAINT event_region_id_fkey",
      "only in the schema: foreign key event_region_id_fkey",
    ],
    [
      "a foreign key that erases",
      `ALTER TABLE event DROP CONSTRAINT event_region_id_fkey, ADD CONSTRAINT event_region_id_fkey
       FOREIGN KEY (region_id) REFERENCES region (id) ON UPDATE CASCADE ON DELETE CASCADE`,
      "only in the schema: foreign key event_region_id_fkey",
    ],
    ["a check", "ALTER TABLE actor ADD CONSTRAINT made CHECK (name <> '')", "only in the database: check made"],
    [
      "a listed check less",
      "ALTER TABLE event DROP CONSTRAINT event_ends_after_start",
      "listed, and not in the database",
    ],
    ["a view", "CREATE VIEW made AS SELECT 1", "only in the database: view made"],
  ])("differ by %s", async (_what, sql, fault) => {
    await client.query("BEGIN");
    try {
      await client.query(sql);
      const found = difference(linesOfSchema(schema), await linesOfDatabase(client));
      expect(found).toContainEqual(expect.stringContaining(fault));
    } finally {
      await client.query("ROLLBACK");
    }
  });

  it.each([
    [
      "a model",
      (text: string) => `${text}\nmodel Made {\n  id String @id @db.Uuid\n}\n`,
      "only in the schema: table Made",
    ],
    [
      "a field",
      (text: string) => text.replace("  web ", "  made Int?\n  web "),
      "only in the schema: column actor.made",
    ],
    ["an optional field", (text: string) => text.replace(/attempts {4}Int /, "attempts Int? "), "attempts integer"],
    [
      "an enum's word",
      (text: string) => text.replace("  tentative\n", "  tentative\n  made\n"),
      "only in the schema: enum",
    ],
    [
      "an index",
      (text: string) => text.replace('  @@map("actor")', '  @@index([regionId, name])\n  @@map("actor")'),
      "idx",
    ],
  ])("differ by %s of the schema", async (_what, change, fault) => {
    const changed = change(schema);
    expect(changed).not.toBe(schema);
    const found = difference(linesOfSchema(changed), await linesOfDatabase(client));
    expect(found).toContainEqual(expect.stringContaining(fault));
  });
});
