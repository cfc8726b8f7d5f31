import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dispatch } from "#bin/commands/dispatch";
import { useDatabase } from "#tests/support/database";

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), "samvirk-register-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const head = "number,name,name_sami,county_number,county";
const changesHead = "date,from_number,from_name,to_number,to_name,kind";

async function samvirk(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await dispatch(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

function write(name: string, lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

async function query<R extends pg.QueryResultRow>(sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: database.url().adminUrl });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

const count = async (table: string) => Number((await query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

const whole = async () =>
  query(`SELECT number, name, name_sami, county_number, county, ended_on::text FROM municipality ORDER BY id`);

/** The edition of 2024 as a file would have it, from the register itself. */
let lines: string[] = [];
beforeAll(async () => {
  const rows = await query<Record<string, string | null>>(
    "SELECT number, name, name_sami, county_number, county FROM municipality WHERE ended_on IS NULL ORDER BY number",
  );
  lines = rows.map((row) =>
    Object.values(row)
      .map((cell) => cell ?? "")
      .join(","),
  );
});

const with2027 = () =>
  lines
    .filter((line) => !/^(4619|4620|4616|4617),/.test(line))
    .map((line) => line.replace("4621,Voss,", "4661,Voss herad,"))
    .concat("4662,Hardanger,,46,Vestland", "4663,Fjordane,,46,Vestland");

const changes2027 = [
  "2027-01-01,4621,Voss,4661,Voss herad,renamed",
  "2027-01-01,4619,Eidfjord,4662,Hardanger,merged",
  "2027-01-01,4620,Ulvik,4662,Hardanger,merged",
  "2027-01-01,4616,Tysnes,4663,Fjordane,merged",
  "2027-01-01,4617,Kvinnherad,4662,Hardanger,part",
  "2027-01-01,4617,Kvinnherad,4663,Fjordane,part",
];

describe("samvirk register add", () => {
  it("changes nothing with an edition that is there already", async () => {
    const before = await whole();
    const file = write("2024.csv", [head, ...lines]);
    const { code, out } = await samvirk("register", "add", file, "--day", "2024-01-01");
    expect({ code, out }).toEqual({
      code: 0,
      out: "The register has the edition of 2024-01-01 already, with 357 municipalities",
    });
    expect(await whole()).toEqual(before);
  });

  it("refuses another edition of the same day, and one before the last", async () => {
    const file = write("other.csv", [head, ...lines.map((line) => line.replace("Voss", "Vossevangen"))]);
    const other = await samvirk("register", "add", file, "--day", "2024-01-01");
    expect(other.code).toBe(1);
    expect(other.err).toMatch(/other\.csv:\d+: The register has an edition of 2024-01-01 already, and 4621/);
    const early = await samvirk("register", "add", file, "--day", "2023-01-01");
    expect(early.err).toMatch(/The register has a later edition, of 2024-01-01/);
  });

  it("tells every problem of a file with its line, and saves nothing", async () => {
    const before = await whole();
    const file = write("bad.csv", [
      head,
      "4621,Voss,,46,Vestland",
      "4621,Voss,,46,Vestland",
      "46,X,,46,Vestland",
      "4601,,,46",
    ]);
    const changes = write("bad-changes.csv", [
      changesHead,
      "2027-13-01,4621,Voss,4661,Voss,renamed",
      "2027-01-01,4621,Voss,4661,Voss,eaten",
    ]);
    const { code, err } = await samvirk("register", "add", file, "--day", "2027-01-01", "--changes", changes);
    expect(code).toBe(1);
    expect(err).toContain("bad.csv:3: 4621 stands on line 2 already");
    expect(err).toContain('bad.csv:4: "46" is not a number of four digits');
    expect(err).toContain("bad.csv:5: The line has 4 cells, the first line has 5");
    expect(err).toContain('bad-changes.csv:2: "2027-13-01" is not a day');
    expect(err).toContain('bad-changes.csv:3: "eaten" is none of');
    expect(err).toContain("Nothing was saved: 5 problems");
    expect(await whole()).toEqual(before);
  });

  it("refuses changes that name nothing, that the edition contradicts, or that are missing", async () => {
    const before = await whole();
    const changes = write("wrong.csv", [changesHead, ...changes2027, "2027-01-01,9999,Atlantis,4662,Hardanger,merged"]);
    const file = write("2027.csv", [head, ...with2027()]);
    const unknown = await samvirk("register", "add", file, "--day", "2027-01-01", "--changes", changes);
    expect(unknown.err).toContain("wrong.csv:8: No municipality has the number 9999 on 2027-01-01");

    const contrary = write("contrary.csv", [head, ...with2027().map((line) => line.replace("Hardanger", "Harding"))]);
    const right = write("right.csv", [changesHead, ...changes2027]);
    const told = await samvirk("register", "add", contrary, "--day", "2027-01-01", "--changes", right);
    expect(told.err).toMatch(/right\.csv:\d: The edition calls 4662 Harding, on its line \d+, not Hardanger/);

    const without = await samvirk("register", "add", file, "--day", "2027-01-01");
    expect(without.err).toMatch(/2027\.csv:\d+: No change tells where 4661 Voss herad comes from/);
    expect(without.err).toContain("2027.csv: 4620 Ulvik is not in the edition, and no change tells what became of it");

    const after = await samvirk("register", "add", file, "--day", "2026-12-31", "--changes", right);
    expect(after.err).toContain("right.csv:2: The day is after 2026-12-31");
    expect(await whole()).toEqual(before);
  });

  it("adds an edition whole: renamed ones go on, mergers and splits end, and the same again changes nothing", async () => {
    const editions = await count("register_edition");
    const file = write("2027.csv", [head, ...with2027()]);
    const changes = write("2027-changes.csv", [
      changesHead,
      "2020-01-01,0219,Bærum,3024,Bærum,renumbered",
      ...changes2027,
    ]);
    const add = () => samvirk("register", "add", file, "--day", "2027-01-01", "--changes", changes);
    expect(await add()).toMatchObject({
      code: 0,
      err: "",
      out: [
        "Added the edition of 2027-01-01 with 355 municipalities",
        "  new: 2, renumbered or renamed: 1, ended: 4, mergers and parts: 5",
        "  1 changes were in the register already",
      ].join("\n"),
    });
    expect(await count("register_edition")).toBe(editions + 1);
    expect(
      await query(
        "SELECT v.number, v.name, v.valid_to::text AS until FROM municipality_version v JOIN municipality m ON m.id = v.municipality_id WHERE m.number = '4661' ORDER BY v.valid_from",
      ),
    ).toMatchObject(
      [
        { number: "1235", name: "Voss" },
        { number: "4621", name: "Voss", until: "2027-01-01" },
        { number: "4661", name: "Voss herad", until: null },
      ].slice(-2),
    );
    expect(
      await query("SELECT ended_on::text AS ended FROM municipality WHERE number IN ('4616', '4617', '4619', '4620')"),
    ).toEqual(Array(4).fill({ ended: "2027-01-01" }));
    expect(
      await query(
        "SELECT t.name, c.kind FROM municipality_change c JOIN municipality f ON f.id = c.from_id JOIN municipality t ON t.id = c.to_id WHERE f.number = '4617' ORDER BY t.name",
      ),
    ).toEqual([
      { name: "Fjordane", kind: "part" },
      { name: "Hardanger", kind: "part" },
    ]);
    const before = await whole();
    expect(await add()).toMatchObject({ code: 0, out: expect.stringContaining("already, with 355") });
    expect(await whole()).toEqual(before);
  });

  it("says how it is used", async () => {
    for (const args of [[], ["add"], ["add", "x.csv"], ["add", "x.csv", "--day", "tomorrow"], ["remove"]])
      expect(await samvirk("register", ...args)).toMatchObject({
        code: 2,
        err: expect.stringContaining("register add FILE"),
      });
    expect((await samvirk("register", "add", "nowhere.csv", "--day", "2030-01-01")).err).toBe(
      "There is no file nowhere.csv",
    );
  });
});
