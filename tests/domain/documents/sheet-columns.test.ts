import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  guardCell,
  isAddress,
  readAreas,
  readNumber,
  readPopulation,
  readStandard,
  readYear,
  unguardCell,
} from "~/domain/documents/sheet-cells";
import { readSheet, type SheetResult } from "~/domain/documents/sheet-columns";

const isMunicipality = (text: string) => ["Voss", "Voss herad", "Vik", "Kåfjord", "Gáivuotna"].includes(text);
const read = (...rows: string[][]) => readSheet(rows, isMunicipality);
const sheetOf = (result: SheetResult) => {
  if (!result.ok) throw new Error(result.reason);
  return result.sheet;
};

describe("the columns of a sheet", () => {
  it.each([
    [["Kommune", "Navn", "E-post"]],
    [["KOMMUNE", "namn", "epost"]],
    [["Municipality", "Contact person", "E-mail address"]],
    [["Kommunenavn", "Kontaktperson", "Epostadresse"]],
    [["Kommune ", " Navn:", "E-post:"]],
  ])("are known as %j", (heads) => {
    const { kind, rows, unknown } = sheetOf(read(heads, ["Voss", "Kari", "k@voss.example"]));
    expect({ kind, rows, unknown }).toEqual({
      kind: "contact_persons",
      rows: [{ line: 2, cells: { municipality: "Voss", name: "Kari", email: "k@voss.example" } }],
      unknown: [],
    });
  });

  it("may come in any order, under a title, with others between that are told and not used", () => {
    const sheet = sheetOf(
      read(
        ["Kontaktpersonar 2026", "", "", ""],
        ["", "", "", ""],
        ["E-post", "Mobil", "Namn", "Kommune nr."],
        ["k@voss.example", "99", "Kari", "4621"],
      ),
    );
    expect(sheet.unknown).toEqual(["Mobil"]);
    expect(sheet.rows).toEqual([{ line: 4, cells: { email: "k@voss.example", name: "Kari", number: "4621" } }]);
  });

  it("are refused when one is missing or doubled, with what was found", () => {
    expect(read(["Kommune", "Namn"], ["Voss", "Kari"])).toEqual({
      ok: false,
      reason: "missing",
      kind: "contact_persons",
      missing: ["email"],
      found: ["Kommune", "Namn"],
    });
    expect(read(["Namn", "E-post"], ["Kari", "k@x.example"])).toMatchObject({ missing: ["municipality"] });
    expect(read(["Kommune", "Namn", "Navn", "E-post"], ["Voss", "a", "b", "c"])).toMatchObject({
      reason: "doubled",
      column: "name",
    });
    expect(read(["", ""], [" "])).toEqual({ ok: false, reason: "empty" });
    expect(read(["Kommune", "Namn", "E-post"])).toEqual({ ok: false, reason: "empty" });
  });

  it("are guessed without heads only when each can be one thing", () => {
    const guessed = sheetOf(read(["Voss herad", "Kari", "k@voss.example"], ["Vik", "Ola", "o@vik.example"]));
    expect(guessed).toMatchObject({ guessed: true, columns: ["municipality", "name", "email"] });
    expect(guessed.rows).toHaveLength(2);
    expect(sheetOf(read(["4621", "Kari", "k@voss.example"])).columns).toEqual(["number", "name", "email"]);
    const doubtful = [
      [["Voss", "Kari", "kontoret", "k@voss.example"]],
      [["Voss", "Kari", "k@voss.example", "a@voss.example"]],
      [["Voss", "Vik", "k@voss.example"]],
      [["Voss", "Kari"]],
    ];
    for (const rows of doubtful) expect(read(...rows)).toMatchObject({ reason: "no-heads", found: rows[0] });
  });

  it("tell facts when there is no address, with the year in the head of a population", () => {
    const sheet = sheetOf(
      read(["Kommune", "Folketal 2025", "Målform"], ["Voss", "16 200", "nynorsk"], ["Vik", "", ""]),
    );
    expect(sheet).toMatchObject({ kind: "municipalities", columns: ["municipality", "population", "standard"] });
    expect(sheet.rows.map(({ cells }) => cells.year)).toEqual(["2025", undefined]);
    expect(sheetOf(read(["Kommune", "Innbyggere per 1.1.2024"], ["Voss", "1"])).rows[0]?.cells.year).toBe("2024");
  });

  it("are read without failing whatever the cells hold", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const result = readSheet(rows, isMunicipality);
        if (result.ok) expect(result.sheet.rows.length).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});

describe("a cell", () => {
  it("is the same after it was kept from being calculated", () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(unguardCell(guardCell(text))).toBe(text)));
    for (const text of ["=1", "+47", "-", "@x", "'=1"]) expect(guardCell(text).startsWith("'")).toBe(true);
    expect(guardCell("Voss")).toBe("Voss");
  });

  it("is read as a number, a population, a year, a standard, areas or an address, or as none", () => {
    expect(["301", "4621", "K-4621", "4621.0", "46210", "Voss"].map(readNumber)).toEqual([
      "0301",
      "4621",
      "4621",
      "4621",
      null,
      null,
    ]);
    expect(
      ["16200", "16 200", "16.200", "16\u00a0200", "16,5", "mange", "-3", "99999999999"].map(readPopulation),
    ).toEqual([16200, 16200, 16200, 16200, null, null, null, null]);
    expect(["2025", "1.1.2025", "2025-01-01", "25"].map(readYear)).toEqual([2025, 2025, 2025, null]);
    expect(["Nynorsk", "BOKMÅL", "nøytral", "samisk", "constructor"].map(readStandard)).toEqual([
      "nynorsk",
      "bokmal",
      "neutral",
      null,
      null,
    ]);
    expect(readAreas("Hordaland; krins: Byane;; hordaland", "area")).toEqual([
      { name: "Hordaland", kind: "area" },
      { name: "Byane", kind: "circle" },
    ]);
    expect(
      ["a@b.example", "a.b+c@d-e.example.org", "ola", "a@b", "a@@b.no", "a b@c.no", "a@b.example, c@d.example"].map(
        isAddress,
      ),
    ).toEqual([true, true, false, false, false, false, false]);
  });
});
