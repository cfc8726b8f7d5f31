import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axis, windowState } from "~/ui/axis";

const year = { from: "2021-01-01", to: "2021-12-31" };

describe("the axis of a month strip", () => {
  it("places a day by its share of the year's days", () => {
    expect(axis(year, 365).at("2021-05-11")).toBe(130);
    expect(axis(year, 365).at("2022-01-01")).toBeUndefined();
  });

  it("has thirteen ticks in a year and twenty-five in two", () => {
    expect(axis(year, 144).ticks).toHaveLength(13);
    expect(axis({ from: "2022-01-01", to: "2023-12-31" }, 144).ticks).toHaveLength(25);
  });

  it("begins its months on the first of each, though the period begins inside one", () => {
    expect(axis({ from: "2021-01-15", to: "2021-03-10" }, 55).ticks).toEqual([0, 17, 45, 55]);
  });

  it("runs a window from its first day to the day after its last", () => {
    expect(axis(year, 365).stretch({ from: "2021-05-01", to: "2021-06-30" })).toEqual({ x: 120, width: 61 });
  });

  it("cuts a window to the period, and leaves out one that is wholly outside", () => {
    const line = axis({ from: "2021-05-01", to: "2021-08-31" }, 123);
    expect(line.stretch({ from: "2021-01-01", to: "2021-05-10" })).toEqual({ x: 0, width: 10 });
    expect(line.stretch({ from: "2021-09-01", to: "2021-11-30" })).toBeUndefined();
  });

  it("never draws outside its width", () => {
    const day = fc
      .date({ min: new Date("2019-01-01"), max: new Date("2024-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const place = axis(year, 144).stretch({ from, to });
        if (!place) return;
        expect(place.x).toBeGreaterThanOrEqual(0);
        expect(place.x + place.width).toBeLessThanOrEqual(144.01);
      }),
    );
  });

  it("calls a window open from its first day to its last", () => {
    const may = { from: "2021-05-01", to: "2021-05-31" };
    expect(["2021-04-30", "2021-05-01", "2021-05-31", "2021-06-01"].map((today) => windowState(may, today))).toEqual([
      "future",
      "open",
      "open",
      "done",
    ]);
  });
});
