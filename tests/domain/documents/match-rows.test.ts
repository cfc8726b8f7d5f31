import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorTime } from "#tests/support/work";
import { type ExistingRow, matchRows } from "~/domain/documents/match-rows";
import { readDocument } from "~/domain/documents/read-document";
import { vestland } from "./support";

type Cells = { name: string; role: string; theme: string; timing: string };
const columns = ["name", "role", "theme", "timing"] as const;

const word = fc.constantFrom("webinar", "møte", "KS", "haust", "mat", "plan", "råd", "april", "eldre", "fagdag");
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const cells: fc.Arbitrary<Cells> = fc.record({ name: text, role: text, theme: text, timing: text });
const rows = fc.array(cells, { minLength: 1, maxLength: 25 });

const incoming = <C>(list: C[]) => list.map((one, at) => ({ row: at + 1, cells: one }));
const imported = <C>(list: C[]) => list.map((one, at) => ({ id: `r${at}`, imported: one, current: one }));
const kinds = <C extends Record<string, string>>(list: C[], existing: ExistingRow<C>[]) =>
  matchRows(incoming(list), existing, "name").verdicts.map(({ kind }) => kind);

const ks = { name: "KS", role: "Part", theme: "Alle", timing: "Mai" };
const usht = { name: "USHT", role: "Fagleg støtte", theme: "Læring", timing: "Haust" };

describe("properties", () => {
  it("importing what was just imported changes nothing, in any order", () => {
    const shuffled = rows.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([before, after]) => {
        const { verdicts, missing } = matchRows(incoming(after), imported(before), "name");
        expect(verdicts.every(({ kind }) => kind === "unchanged")).toBe(true);
        expect(new Set(verdicts.map((verdict) => verdict.kind === "unchanged" && verdict.id)).size).toBe(before.length);
        expect(missing).toEqual([]);
      }),
    );
  });

  it("one cell changed is exactly one row updated, with that change", () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.constantFrom(...columns), (list, seed, column) => {
        const at = seed % list.length;
        const changed = list.map((one, index) => (index === at ? { ...one, [column]: "heilt nytt innhald" } : one));
        const { verdicts, missing } = matchRows(incoming(changed), imported(list), "name");
        expect(verdicts.filter(({ kind }) => kind !== "unchanged")).toMatchObject([
          {
            kind: "updated",
            row: at + 1,
            changes: [{ column, before: list[at]?.[column], after: "heilt nytt innhald" }],
          },
        ]);
        expect(missing).toEqual([]);
      }),
    );
  });

  it("every incoming row has a verdict, and every existing row is used at most once", () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const { verdicts, missing } = matchRows(incoming(after), imported(before), "name");
        const used = verdicts.flatMap((verdict) => (verdict.kind === "created" ? [] : verdict.id));
        expect(verdicts.map(({ row }) => row)).toEqual(after.map((_, at) => at + 1));
        expect([...used, ...missing].sort()).toEqual(before.map((_, at) => `r${at}`).sort());
      }),
    );
  });
});

describe("verdicts", () => {
  it("asks about a row edited in the product, also when the file is the same as last time", () => {
    const existing = [{ id: "a", imported: ks, current: { ...ks, timing: "Juni" } }];
    expect(matchRows(incoming([ks]), existing, "name").verdicts).toEqual([
      {
        row: 1,
        kind: "asks",
        id: "a",
        changes: [{ column: "timing", imported: "Mai", current: "Juni", incoming: "Mai" }],
      },
    ]);
  });

  it("is unchanged when the file now says what the product says", () => {
    const current = { ...ks, timing: "Juni" };
    expect(kinds([current], [{ id: "a", imported: ks, current }])).toEqual(["unchanged"]);
  });

  it("takes unrelated rows for new ones, and leaves those the file no longer has alone", () => {
    const { verdicts, missing } = matchRows(incoming([usht]), imported([ks]), "name");
    expect([verdicts, missing]).toEqual([[{ row: 1, kind: "created" }], ["r0"]]);
  });

  it("pairs equal names by their other cells", () => {
    const namesakes = [ks, { ...ks, role: "Vert", theme: "Transport" }];
    const changed = [{ ...ks, role: "Vert", theme: "Transport", timing: "Juni" }, ks];
    expect(matchRows(incoming(changed), imported(namesakes), "name").verdicts).toMatchObject([
      { kind: "updated", id: "r1" },
      { kind: "unchanged", id: "r0" },
    ]);
  });

  it("finds a row with a wholly new name by its other cells, also when some are blank", () => {
    const bank = { name: "Husbanken", role: "Part", theme: "Bustad", timing: "" };
    expect(kinds([{ ...bank, name: "Innovasjon" }], imported([bank]))).toEqual(["updated"]);
  });

  it("pairs a row made by hand only when all its cells are equal, and never misses it", () => {
    const byHand = [{ id: "a", imported: null, current: ks }];
    expect(kinds([ks], byHand)).toEqual(["unchanged"]);
    expect(matchRows(incoming([{ ...ks, timing: "Juni" }]), byHand, "name")).toEqual({
      verdicts: [{ row: 1, kind: "created" }],
      missing: [],
    });
  });

  it("finds the one renamed row in each table of a real plan", () => {
    for (const table of readDocument(vestland).tables) {
      const list: Record<string, string>[] = table.rows.map((one) => one.cells);
      const key = table.kind === "communications-plan" ? "channel" : "name";
      for (const at of list.keys()) {
        const changed = list.map((one, index) => (index === at ? { ...one, [key]: `${one[key]} vest` } : one));
        const { verdicts } = matchRows(incoming(changed), imported(list), key);
        expect(verdicts.flatMap(({ kind }) => (kind === "unchanged" ? [] : kind))).toEqual(["updated"]);
      }
    }
  });

  it.each([
    ["unlike names", (n: number) => `Tiltak ${n * 7919} ${(n * 104729).toString(36)}`],
    ["one name", () => "Webinar om det som er viktigast i reforma akkurat no"],
  ])("compares 400 rows with 400, all changed, quickly: %s", async (_, name) => {
    const make = (salt: number) =>
      Array.from({ length: 400 }, (_, n) => ({
        name: name(n),
        role: `Ord ${n} og ${n * salt} i ei lang setning om arbeidet`,
        theme: `Tema ${(n * salt) % 17} med meir tekst`,
        timing: `Haust ${n % salt}`,
      }));
    const spent = await processorTime(() => matchRows(incoming(make(31)), imported(make(37)), "name"));
    expect(spent).toBeLessThan(600);
  });
});
