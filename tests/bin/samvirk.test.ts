import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { dispatch } from "#bin/commands/dispatch";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), "samvirk-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const planFile = "prisma/seed/vestland-plan.txt";
const header = "Kommunikasjonsform\tMål med kommunikasjonen\tTema\tNår\tAnsvar\tMålgruppe";

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function samvirk(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await dispatch(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err: err.join("\n") };
}

async function json(...args: string[]) {
  const { code, out } = await samvirk(...args, "--json");
  expect(out).toHaveLength(1);
  return { code, report: JSON.parse(out[0] ?? "") };
}

async function query<R extends pg.QueryResultRow>(sql: string, ...values: unknown[]): Promise<R[]> {
  const client = new pg.Client({ connectionString: database.url().adminUrl });
  await client.connect();
  try {
    return (await client.query<R>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

describe("samvirk import", () => {
  let region: string;
  beforeEach(async () => {
    region = (await makeRegion(database.url().adminUrl)).slug;
  });
  const table = (kind: string, from: string, to: string, found: number, deeds: object) => ({
    ...{ kind, period: { from: `${from}-01-01`, to: `${to}-12-31` }, found, created: 0, updated: 0, unchanged: 0 },
    problems: [],
    ...deeds,
  });

  it("prints exactly its report as JSON, saves, and finds nothing new the second time", async () => {
    const report = (deed: string) => ({
      tables: [
        table("actors", "2021", "2023", 8, { [deed]: 8 }),
        table("communications-plan", "2021", "2021", 24, { [deed]: 24 }),
        table("communications-plan", "2022", "2023", 13, { [deed]: 13 }),
        table("networks", "2021", "2023", 19, { [deed]: 19 }),
      ],
    });
    expect(await json("import", planFile, "--region", region, "--dry-run")).toEqual({
      code: 0,
      report: report("created"),
    });
    expect(await json("import", planFile, "--region", region)).toEqual({ code: 0, report: report("created") });
    expect(await json("import", planFile, "--region", region)).toEqual({ code: 0, report: report("unchanged") });
    const changed = write("changed.txt", readFileSync(planFile, "utf8").replace("26.05.21", "27.05.21"));
    const { report: second } = await json("import", changed, "--region", region);
    expect(second.tables[1]).toMatchObject({ found: 24, updated: 1, unchanged: 23 });
  });

  it("takes in an action plan, a report on it and minutes, and a dry run of them changes nothing", async () => {
    const own = (name: string) => `prisma/seed/vestregionen-${name}.txt`;
    const [plan, status, held] = ["action-plan-2017", "status-report-2017-1", "minutes-2017-06-01"].map(own);
    const take = (path = "", ...more: string[]) => json("import", path, "--region", region, ...more);
    const year = { kind: "action_plan", saved: true, year: 2017, updated: 0, kept: 0 };
    expect(await take(plan)).toEqual({ code: 0, report: { ...year, created: 77, unchanged: 0 } });
    expect((await take(status, "--dry-run")).report).toMatchObject({ kind: "status_report", created: 74, asks: 8 });
    expect((await take(status)).report).toMatchObject({ saved: true, created: 74, name: "Tertialrapport 1 – 2017" });
    expect(await take(held)).toMatchObject({
      code: 1,
      report: { kind: "minutes", problems: [expect.stringContaining("organ")] },
    });
    await query(
      `INSERT INTO governing_body (region_id, id, position, name, updated_at)
       SELECT id, gen_random_uuid(), 1, 'Rådmannsgruppen', now() FROM region WHERE slug = $1`,
      region,
    );
    const { code, out, err } = await samvirk("import", held ?? "", "--region", region);
    expect([code, out]).toEqual([0, [expect.stringContaining("Rådmannsgruppen, 2017-06-01")]]);
    expect(err).toContain("18/2017");
  });

  it("says one line per table in words, in the language asked for", async () => {
    const { code, out } = await samvirk("import", planFile, "--region", region, "--lang", "nn");
    expect(code).toBe(0);
    expect(out[1]).toBe("Kommunikasjonsplan 2021: funne 24, nye 24, endra 0, uendra 0, feil 0");
  });

  it("reports a row edited meanwhile as a problem and leaves it", async () => {
    await samvirk("import", planFile, "--region", region);
    const edited =
      "UPDATE plan_row SET timing = 'Aldri' WHERE timing = '26.05.21' AND region_id = (SELECT id FROM region WHERE slug = $1)";
    await query(edited, region);
    const { code, report } = await json("import", planFile, "--region", region);
    expect(code).toBe(0);
    expect(report.tables[1]).toMatchObject({
      found: 24,
      unchanged: 23,
      updated: 0,
      problems: [{ row: 21, cell: null }],
    });
    expect(report.tables[1].problems[0].message).toContain("(Når)");
  });

  it("refuses a document with faults, names table, row and cell, and saves nothing", async () => {
    const path = write("short.txt", `# Plan 2021\n${header}\nWebinar\tInformere\n`);
    const { code, report } = await json("import", path, "--region", region);
    expect(code).toBe(1);
    expect(report.tables).toEqual([
      table("communications-plan", "2021", "2021", 1, {
        problems: [
          {
            row: 1,
            cell: 3,
            message: expect.stringContaining("Tabell 1 (kommunikasjonsplan), rad 1, celle 3, linje 3"),
          },
        ],
      }),
    ]);
  });

  it.each([
    ["no table", "Kjære alle\n", "Fant ingen tabell"],
    ["no words", " \n", "Filen er tom"],
    ["no text", new Uint8Array([0x25, 0x50, 0x44, 0x46, 0]), "Filen er ikke ren tekst"],
  ])("refuses a file with %s as a problem of no table", async (name, content, sentence) => {
    const { code, report } = await json("import", write(`${name}.txt`, content), "--region", region);
    expect(code).toBe(1);
    expect(report).toEqual({
      tables: [],
      problems: [{ row: null, cell: null, message: expect.stringContaining(sentence) }],
    });
  });

  it("refuses a file and a region that are not there", async () => {
    expect((await samvirk("import", "nowhere.txt", "--region", region)).err).toContain("Filen kan ikke leses");
    const { code, err } = await samvirk("import", planFile, "--region", "nowhere");
    expect([code, err]).toEqual([1, "Det finnes ingen region «nowhere»"]);
  });

  it("takes the period from --period where the document states none", async () => {
    const path = write("nameless.txt", `${header}\nWebinar\tInformere\tMat\tMai\tKS\tAlle\n`);
    expect((await json("import", path, "--region", region)).code).toBe(1);
    const { report } = await json("import", path, "--region", region, "--period", "2024-2025");
    expect(report.tables).toEqual([table("communications-plan", "2024", "2025", 1, { created: 1 })]);
  });

  it.each([
    ["import"],
    ["import", planFile],
    ["import", planFile, "--region", "x", "--lang", "fr"],
    ["import", planFile, "--region", "x", "--period", "i fjor"],
    ["import", planFile, "--region", "x", "--unknown"],
    ["region", "create", "Navn"],
    ["doctor", "all"],
    ["check-seeds"],
    ["nonsense"],
    [],
  ])("answers wrong usage with 2 and how it is used: %s %s %s %s %s", async (...args) => {
    const { code, out, err } = await samvirk(...args);
    expect([code, out]).toEqual([2, []]);
    expect(err).toContain("Usage:");
  });

  it("tells how every command is used", async () => {
    const { code, out } = await samvirk("--help");
    expect(code).toBe(0);
    for (const words of ["import FILE", "doctor", "region create", "check-seeds DIR"]) expect(out[0]).toContain(words);
  });
});

describe("samvirk region", () => {
  it("makes a region and its first coordinator, who is sent a link", async () => {
    const { code, out } = await samvirk(
      "region",
      "create",
      "Indre Vest",
      "--slug",
      "indre-vest",
      "--coordinator",
      "Post@Indre.example",
      "--standard",
      "nynorsk",
    );
    expect(code).toBe(0);
    expect(out[0]).toContain("/r/indre-vest");
    const [made] = await query(
      `SELECT r.initials, r.default_standard, p.email, o.kind, d.kind AS mail, d.locale FROM region r
         JOIN person p ON p.region_id = r.id JOIN role o ON o.region_id = r.id JOIN delivery d ON d.region_id = r.id
        WHERE r.slug = 'indre-vest'`,
    );
    expect(made).toEqual({
      initials: "IV",
      default_standard: "nynorsk",
      email: "post@indre.example",
      kind: "coordinator",
      mail: "role-invitation",
      locale: "nn",
    });
  });

  it.each([
    ["a slug with a space", "to ord", "post@x.example", "cannot be a slug"],
    ["a slug of our own addresses", "sign-in", "post@x.example", "Samvirk's own"],
    ["a slug in use", "i-bruk", "post@x.example", 'There is a region "i-bruk" already'],
    ["an address that is none", "ny-region", "post", "not an e-mail address"],
  ])("refuses %s with one line and makes nothing", async (_, slug, address, sentence) => {
    await samvirk("region", "create", "I bruk", "--slug", "i-bruk", "--coordinator", "post@x.example");
    const before = await query("SELECT count(*) FROM region");
    const { code, out, err } = await samvirk("region", "create", "Navn", "--slug", slug, "--coordinator", address);
    expect([code, out]).toEqual([1, []]);
    expect(err).toContain(sentence);
    expect(err).not.toContain("\n");
    expect(await query("SELECT count(*) FROM region")).toEqual(before);
  });

  it("adds a county's municipalities from the register, each once", async () => {
    await samvirk("region", "create", "Kommunar", "--slug", "kommunar", "--coordinator", "post@x.example");
    const add = () => samvirk("region", "add-municipalities", "kommunar", "--county", "46");
    expect((await add()).out).toEqual(["Added 43 municipalities of 43 to Kommunar"]);
    expect((await add()).out).toEqual(["Added 0 municipalities of 43 to Kommunar"]);
    expect((await samvirk("region", "add-municipalities", "kommunar", "--county", "99")).code).toBe(1);
    const standards = await query(
      `SELECT rm.written_standard AS standard, count(*)::int FROM region_municipality rm
         JOIN region r ON r.id = rm.region_id WHERE r.slug = 'kommunar' GROUP BY 1 ORDER BY 1`,
    );
    expect(standards).toEqual([
      { standard: "nynorsk", count: 41 },
      { standard: "neutral", count: 2 },
    ]);
  });
});

describe("samvirk doctor", () => {
  it("finds a sound installation sound, one line a check", async () => {
    const { code, out } = await samvirk("doctor");
    expect(out.map((line) => line.split(":")[0])).toEqual(
      ["database", "roles", "policies", "migrations", "mail", "clock"].map((name) => `ok  ${name}`),
    );
    expect(code).toBe(0);
  });

  it("names a table without its wall", async () => {
    await query("ALTER TABLE network NO FORCE ROW LEVEL SECURITY");
    const { code, out } = await samvirk("doctor");
    await query("ALTER TABLE network FORCE ROW LEVEL SECURITY");
    expect(code).toBe(1);
    expect(out).toContain("BAD policies: no wall around network");
  });
});

describe("samvirk check-seeds", () => {
  it("tells per file and table what it found", async () => {
    const { code, out } = await samvirk("check-seeds", "prisma/seed");
    expect(code).toBe(0);
    expect(out).toContain("vestland-plan.txt");
    expect(out).toContain("  table 2: communications plan 2021, 24 rows, 0 doubts, 0 problems");
    expect(out).toContain("  actors: 8");
    expect(out).toContain("  networks: 19");
    expect(out).toContain("  municipalities: 43");
    expect(out).toContain("  minutes of Rådmannsgruppen, 2017-02-23, Drammen rådhus");
    expect(out).toContain("  7 present, 1 of them for another, 10 absent");
    expect(out).toContain("  9 cases, 12/2017 to 20/2017, 11 lettered items, 13 bullets");
    expect(out).toContain(
      "  status report four_monthly, 2017-01-01 to 2017-04-30 (Tertialrapport 1 – 2017): 9 tables, 74 rows, 2 doubts, 0 problems",
    );
    expect(out.join("\n")).toContain(
      "plan of 2017: 60 rows in the same words, 6 nearly (lines 47, 60, 99, 145, 148, 170)",
    );
    expect(out).toContain("  accounts: income 7370200,00, result 4935046,00; 17 sums, 0 that disagree");
    expect(out.filter((line) => line.startsWith("  units in the operators' column: 3 ("))).toHaveLength(1);
    expect(out.join("\n")).toMatch(/responsible that are no actor by name: \d+ \(.*Eiga arbeidsgruppe/);
  });
});
