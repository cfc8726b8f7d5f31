import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, firstOfMonth, isoWeek } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";

const runs = process.env.SAMVIRK_TEST_LONG === "1" ? 5_000 : 100;

describe("days", () => {
  it("are counted alike both ways, over leap days and the nights the clock moves", () => {
    expect([addDays("2028-02-28", 1), addDays("2027-02-28", 1), addDays("2027-01-01", -1)]).toEqual([
      "2028-02-29",
      "2027-03-01",
      "2026-12-31",
    ]);
    const day = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: -4_000, max: 4_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
      { numRuns: runs },
    );
  });

  it("give the first of their month, and of months before and after, over the year's end", () => {
    expect([firstOfMonth("2027-12-31"), firstOfMonth("2027-12-31", 1), firstOfMonth("2027-03-31", -4)]).toEqual([
      "2027-12-01",
      "2028-01-01",
      "2026-11-01",
    ]);
  });

  it.each([
    ["2027-01-03", 53],
    ["2027-01-04", 1],
    ["2026-12-31", 53],
    ["2024-12-30", 1],
    ["2027-05-26", 21],
  ])("%s is in ISO week %i", (day, week) => expect(isoWeek(day)).toBe(week));
});

describe("an id", () => {
  it("is a UUID and nothing else", () => {
    expect(isUuid("0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f")).toBe(true);
    for (const text of [
      "",
      "new",
      "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5",
      "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f\n",
      null,
      7,
    ])
      expect(isUuid(text)).toBe(false);
  });
});
