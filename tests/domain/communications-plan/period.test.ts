import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currentPeriod, parsePeriodKey, periodKey } from "~/domain/communications-plan/period";

const year = (n: number) => ({ from: `${n}-01-01`, to: `${n}-12-31` });

describe("the key of a period", () => {
  it("is the year, or the years, when they are whole", () => {
    expect(periodKey(year(2021))).toBe("2021");
    expect(periodKey({ from: "2022-01-01", to: "2023-12-31" })).toBe("2022-2023");
  });

  it("is both days when the years are not whole", () => {
    expect(periodKey({ from: "2021-08-01", to: "2022-06-30" })).toBe("2021-08-01--2022-06-30");
  });

  it("is read back as the same period", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from = "", to = ""] = [a, b].map((date) => date.toISOString().slice(0, 10)).sort();
        expect(parsePeriodKey(periodKey({ from, to }))).toEqual({ from, to });
      }),
    );
  });

  it("is refused when it is something else", () => {
    for (const key of ["", "21", "2023-2022", "2021-02-30--2021-03-01", "2021-13", "rows", "2021-2022-2023"])
      expect(parsePeriodKey(key), key).toBeNull();
  });
});

describe("the plan to open", () => {
  const plans = [year(2023), year(2021), { from: "2022-01-01", to: "2023-12-31" }];

  it("is the newest that has begun", () => {
    expect(currentPeriod(plans, "2022-05-01")).toEqual(plans[2]);
    expect(currentPeriod(plans, "2030-01-01")).toEqual(plans[0]);
  });

  it("is the first to come when none has begun", () => {
    expect(currentPeriod(plans, "2020-12-31")).toEqual(plans[1]);
  });

  it("is none when there is no plan", () => {
    expect(currentPeriod([], "2022-05-01")).toBeNull();
  });
});
