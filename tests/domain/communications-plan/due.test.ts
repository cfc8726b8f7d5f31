import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueRows, openWindows } from "~/domain/communications-plan/due";
import { parseTiming } from "~/domain/timing";

const runs = process.env.SAMVIRK_TEST_LONG === "1" ? 5_000 : 100;
const period = { from: "2021-01-01", to: "2021-12-31" };
const row = (words: string, ...days: string[]) => ({
  words,
  windows: parseTiming(words, period).windows,
  events: days.map((day) => ({ from: day, to: day })),
});
const due = (rows: ReturnType<typeof row>[], today: string, until: string) =>
  dueRows(rows, { today, until }).map(({ row, day, kind }) => [row.words, day, kind]);

describe("the rows that are due", () => {
  it("are due when the window closes, once it is open", () => {
    expect(due([row("Mai")], "2021-05-01", "2021-08-31")).toEqual([["Mai", "2021-05-31", "closes"]]);
    expect(due([row("Mai")], "2021-05-31", "2021-08-31")).toEqual([["Mai", "2021-05-31", "closes"]]);
  });

  it("are due when it opens, while it is to come", () => {
    expect(due([row("Mai")], "2021-04-30", "2021-08-31")).toEqual([["Mai", "2021-05-01", "opens"]]);
    expect(due([row("Mai")], "2021-02-01", "2021-05-01")).toEqual([["Mai", "2021-05-01", "opens"]]);
  });

  it("are none when the window is past or further ahead", () => {
    expect(due([row("Mai"), row("")], "2021-06-01", "2021-09-30")).toEqual([]);
    expect(due([row("Mai")], "2021-02-01", "2021-04-30")).toEqual([]);
  });

  it("are due on the day that is set, the nearest first, also when it is today", () => {
    expect(due([row("Mai", "2021-05-20", "2021-05-12")], "2021-05-12", "2021-08-31")).toEqual([
      ["Mai", "2021-05-12", "planned"],
    ]);
    expect(dueRows([row("Mai", "2021-05-12")], { today: "2021-05-01", until: "2021-08-31" })[0]?.dated).toBe(true);
  });

  it("are no more due in a window that has had its day, but in the next", () => {
    expect(due([row("Mai", "2021-05-12")], "2021-05-13", "2021-08-31")).toEqual([]);
    expect(due([row("Mai og juni", "2021-05-12")], "2021-05-13", "2021-08-31")).toEqual([
      ["Mai og juni", "2021-06-01", "opens"],
    ]);
  });

  it("come by day", () => {
    const rows = [row("Juni"), row("Mai"), row("Juli", "2021-05-20")];
    expect(due(rows, "2021-05-01", "2021-08-31").map(([, day]) => day)).toEqual([
      "2021-05-20",
      "2021-05-31",
      "2021-06-01",
    ]);
  });

  it("are, whatever the plan, each there once, by day, with only windows that touch the days asked for", () => {
    const day = fc.integer({ min: 1, max: 360 }).map((n) => new Date(Date.UTC(2021, 0, n)).toISOString().slice(0, 10));
    const span = fc.tuple(day, day).map((days) => {
      const [from = "", to = ""] = days.sort();
      return { from, to };
    });
    const rows = fc.array(
      fc.record({
        windows: fc.array(
          span.map((one) => ({ ...one, precision: "day" as const })),
          { maxLength: 4 },
        ),
        events: fc.array(span, { maxLength: 3 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(rows, span, (plan, { from: today, to: until }) => {
        const found = dueRows(plan, { today, until });
        expect(new Set(found.map(({ row }) => row)).size).toBe(found.length);
        expect(found.map(({ day }) => day)).toEqual(found.map(({ day }) => day).sort());
        for (const { windows, kind, day } of found) {
          expect(windows.every(({ from, to }) => to >= today && from <= until)).toBe(true);
          if (kind === "opens") expect(day > today && day <= until).toBe(true);
          if (kind === "closes") expect(day >= today).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });
});

describe("the windows that are open", () => {
  it("are counted from the first day to the last", () => {
    const rows = [row("Mai"), row("Mai og juni"), row("12. mai")];
    expect(
      ["2021-04-30", "2021-05-01", "2021-05-12", "2021-05-31", "2021-06-01", "2021-07-01"].map((today) =>
        openWindows(rows, today),
      ),
    ).toEqual([0, 2, 3, 2, 1, 0]);
  });
});
