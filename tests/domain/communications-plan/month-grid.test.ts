import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  daysOfMonth,
  lanesOf,
  monthGrid,
  parseMonth,
  weekLanes,
} from "~/domain/communications-plan/month-grid";
import { addDays, isoWeek } from "~/domain/shared/days";

const anyMonth = fc
  .tuple(fc.integer({ min: 1900, max: 2190 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);

describe("the weeks of a month", () => {
  it("are those of the calendar", () => {
    expect(monthGrid("2021-05").map(({ week }) => week)).toEqual([17, 18, 19, 20, 21, 22]);
    expect(monthGrid("2021-05")[0]?.days).toEqual([
      "2021-04-26",
      "2021-04-27",
      "2021-04-28",
      "2021-04-29",
      "2021-04-30",
      "2021-05-01",
      "2021-05-02",
    ]);
  });

  it("are four in a February that begins on a Monday, and six when a long month begins on a Sunday", () => {
    expect(monthGrid("2021-02").map(({ days }) => days[0])).toEqual([
      "2021-02-01",
      "2021-02-08",
      "2021-02-15",
      "2021-02-22",
    ]);
    expect(monthGrid("2021-08")).toHaveLength(6);
  });

  it("number the weeks of a year of 53 and the turn of the year as ISO 8601 does", () => {
    expect(monthGrid("2020-12").map(({ week }) => week)).toEqual([49, 50, 51, 52, 53]);
    expect(monthGrid("2021-01").map(({ week }) => week)).toEqual([53, 1, 2, 3, 4]);
    expect(monthGrid("2024-12").at(-1)?.week).toBe(1);
  });

  it("have the leap day in a leap year alone", () => {
    const days = (month: string) => monthGrid(month).flatMap((week) => week.days);
    expect(days("2024-02")).toContain("2024-02-29");
    expect(days("2100-02")).not.toContain("2100-02-29");
  });

  it.each([
    ["2021-02", 0],
    ["2021-06", 1],
    ["2021-09", 2],
    ["2021-04", 3],
    ["2021-01", 4],
    ["2021-05", 5],
    ["2021-08", 6],
  ])("put the first of %s under its weekday", (month, weekday) => {
    expect(monthGrid(month)[0]?.days[weekday]).toBe(`${month}-01`);
  });

  it("have every day of the month once, in whole weeks from Monday, each with its number", () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const weeks = monthGrid(month);
        const days = weeks.flatMap((week) => week.days);
        const { from, to } = daysOfMonth(month);
        expect(days).toEqual(days.map((_, at) => addDays(days[0] ?? "", at)));
        expect(days.filter((day) => day.startsWith(month))[0]).toBe(from);
        expect(days.filter((day) => day.startsWith(month)).at(-1)).toBe(to);
        for (const { week, days: own } of weeks) {
          expect(own).toHaveLength(7);
          expect(new Date(`${own[0]}T00:00:00Z`).getUTCDay()).toBe(1);
          expect(own.some((day) => day.startsWith(month))).toBe(true);
          expect(new Set(own.map(isoWeek))).toEqual(new Set([week]));
        }
      }),
    );
  });
});

describe("the month of an address", () => {
  it("is read when it is one", () => {
    expect(parseMonth("2021-05")).toBe("2021-05");
    for (const text of ["2021-13", "2021-00", "0000-01", "2021-5", "mai", "2021-05-01", "", null])
      expect(parseMonth(text)).toBeNull();
  });

  it("is counted on over the turn of the year", () => {
    expect(addMonths("2021-12", 1)).toBe("2022-01");
    expect(addMonths("2021-01", -1)).toBe("2020-12");
  });
});

describe("the lanes of a month", () => {
  const span = (from: string, to: string) => ({ from, to });

  it("put what begins first, and of that the longest, outermost", () => {
    const [short, long, late] = [
      span("2021-05-01", "2021-05-31"),
      span("2021-05-01", "2021-06-30"),
      span("2021-05-10", "2021-05-12"),
    ];
    expect(lanesOf([late, short, long], "2021-05").map(({ span: { to }, lane }) => [to, lane])).toEqual([
      ["2021-06-30", 0],
      ["2021-05-31", 1],
      ["2021-05-12", 2],
    ]);
  });

  it("cut a window at the month, and say where it goes on", () => {
    const placed = lanesOf([span("2021-04-28", "2021-05-05")], "2021-05");
    const [first, second, third] = monthGrid("2021-05").map((week) => weekLanes(week, "2021-05", placed));
    expect(first?.[0]).toEqual([
      ...["26", "27", "28", "29", "30"].map((day) => ({ day: `2021-04-${day}` })),
      { span: placed[0]?.span, days: 2, begins: false, ends: false },
    ]);
    expect(second?.[0]?.[0]).toEqual({ span: placed[0]?.span, days: 3, begins: false, ends: true });
    expect(third).toEqual([]);
  });

  it("show every day of every window once, and no two windows on one place", () => {
    const anySpan = fc
      .tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 0, max: 60 }))
      .map(([start, days]) => ({ from: addDays("2021-05-01", start), to: addDays("2021-05-01", start + days) }));
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 12 }), (spans) => {
        const placed = lanesOf(spans, "2021-05");
        const drawn = new Map(placed.map(({ span }) => [span, [] as string[]]));
        for (const week of monthGrid("2021-05"))
          for (const lane of weekLanes(week, "2021-05", placed)) {
            let at = 0;
            for (const cell of lane) {
              if ("span" in cell) drawn.get(cell.span)?.push(...week.days.slice(at, at + cell.days));
              at += "span" in cell ? cell.days : 1;
            }
            expect(at).toBe(7);
          }
        for (const [{ from, to }, days] of drawn) {
          const month = monthGrid("2021-05").flatMap((week) => week.days);
          expect(days).toEqual(month.filter((day) => day.startsWith("2021-05") && day >= from && day <= to));
        }
      }),
    );
  });
});
