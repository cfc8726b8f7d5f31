import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HolidayLine, judgeHolidays, mostHolidayLines, readHolidaySheet } from "~/domain/regions/holiday-lines";
import { type HolidayDays, schoolYearOf } from "~/domain/regions/holidays";

const autumn: HolidayDays = { kind: "school", name: "Haustferie", from: "2026-10-05", to: "2026-10-09" };

const linesOf = (...rows: string[][]): HolidayLine[] => {
  const read = readHolidaySheet([["Namn", "Frå", "Til", "Slag"], ...rows]);
  if (!read.ok) throw new Error(read.reason);
  return read.lines;
};

const judge = (rows: string[][], stored: HolidayDays[] = []) =>
  judgeHolidays(linesOf(...rows), stored).map(({ verdict }) =>
    verdict.kind === "problem"
      ? verdict.problems.map(({ field, problem }) => `${field} ${problem}`).join(", ")
      : verdict,
  );

describe("a sheet of holidays", () => {
  it("has its columns by their heads, in any order and language", () => {
    for (const heads of [
      ["Til", "navn", "Fra"],
      ["TO", "Name", "from:"],
      ["Siste dag", "Ferie", "Første dag"],
    ])
      expect(readHolidaySheet([heads, ["9.10.2026", "Haustferie", "5.10.2026"]])).toMatchObject({
        ok: true,
        lines: [{ line: 2, cells: { name: "Haustferie", from: "5.10.2026", to: "9.10.2026", kind: "" } }],
      });
  });

  it("is read without heads where the dates tell the columns", () => {
    expect(readHolidaySheet([["Haustferie", "5.10.2026", "9.10.2026", "skule"]])).toMatchObject({
      ok: true,
      lines: [{ line: 1, cells: { name: "Haustferie", kind: "skule" } }],
    });
  });

  it("is refused without a name or dates, when it is empty, and when it is too long", () => {
    expect(
      readHolidaySheet([
        ["Kommune", "E-post"],
        ["Voss", "post@voss.example"],
      ]),
    ).toEqual({
      ok: false,
      reason: "columns",
      missing: ["from"],
      found: ["Kommune", "E-post"],
    });
    expect(
      readHolidaySheet([
        ["Frå", "Til"],
        ["5.10.2026", ""],
      ]),
    ).toMatchObject({ missing: ["name"] });
    expect(readHolidaySheet([["", ""], []])).toEqual({ ok: false, reason: "empty" });
    expect(readHolidaySheet([["Namn", "Frå"]])).toEqual({ ok: false, reason: "empty" });
    const many = Array.from({ length: 10_000 }, (_, at) => [`Ferie ${at}`, "5.10.2026"]);
    expect(readHolidaySheet([["Namn", "Frå"], ...many])).toEqual({
      ok: false,
      reason: "too-many",
      most: mostHolidayLines,
    });
  });

  it("passes over empty lines and keeps the numbers of the others", () => {
    expect(linesOf([], ["Haustferie", "5.10.2026"]).map(({ line }) => line)).toEqual([3]);
  });
});

describe("the verdict on a line", () => {
  it("is new, or the same as one that is saved or stands above", () => {
    const line = ["Haustferie", "5.10.2026", "9. oktober 2026", ""];
    expect(judge([line])).toEqual([{ kind: "new", beside: null }]);
    expect(judge([line], [autumn])).toEqual([{ kind: "same", line: null }]);
    expect(judge([line, ["  haustferie ", "2026-10-05", "2026-10-09", "school"]])).toEqual([
      { kind: "new", beside: null },
      { kind: "same", line: 2 },
    ]);
  });

  it("reads one day where the last is empty", () => {
    expect(judgeHolidays(linesOf(["Planleggingsdag", "16.11.2026"]), [])[0]?.holiday).toMatchObject({
      from: "2026-11-16",
      to: "2026-11-16",
    });
  });

  it("names every problem of the line and the column it is in", () => {
    expect(
      judge([
        ["", "5.10.2026", "9.10.2026"],
        ["x".repeat(81), "5.10.2026", ""],
        ["A", "", "9.10.2026"],
        ["B", "haust", "9.10"],
        ["C", "31.9.2026", ""],
        ["D", "9.10.2026", "5.10.2026"],
        ["E", "5.10.2026", "9.10.2027"],
        ["F", "5.10.2026", "", "kanskje"],
        ["", "", "", ""],
        ["", "x", "y", "z"],
      ]),
    ).toEqual([
      "name missing",
      "name long",
      "from missing",
      "from unreadable, to no-year",
      "from no-such-day",
      "to reversed",
      "to too-long",
      "kind unknown",
      "name missing, from unreadable, to unreadable, kind unknown",
    ]);
  });

  it("is a problem when the same name has some of the same days, and a word of advice when another has", () => {
    expect(judge([["Haustferie", "6.10.2026", "9.10.2026"]], [autumn])).toEqual(["from overlaps"]);
    expect(judge([["Haustferie i sør", "6.10.2026", "9.10.2026"]], [autumn])).toEqual([
      { kind: "new", beside: { ...autumn, line: null } },
    ]);
    expect(judge([["Haustferie", "6.10.2026", "9.10.2026", "stengt"]], [autumn])).toEqual([
      { kind: "new", beside: null },
    ]);
  });

  it("never fails, and there is one for each line", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("", "5.10.2026", "9.10.2026", "Haustferie", "stengt"));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 20 }), (rows) => {
        const read = readHolidaySheet(rows);
        if (read.ok) expect(judgeHolidays(read.lines, [autumn])).toHaveLength(read.lines.length);
      }),
    );
  });
});

describe("the school year", () => {
  it("is from August to July", () => {
    expect(["2026-07-31", "2026-08-01", "2027-06-20"].map(schoolYearOf)).toEqual([2025, 2026, 2026]);
  });
});
