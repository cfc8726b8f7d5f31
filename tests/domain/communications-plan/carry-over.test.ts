import { describe, expect, it } from "vitest";
import { carriedTiming, cellsKey, periodAfter, planAfter } from "~/domain/communications-plan/carry-over";

const year = (from: number, to = from) => ({ from: `${from}-01-01`, to: `${to}-12-31` });

describe("the period after a plan", () => {
  it.each([
    [year(2021), [year(2021)], year(2022)],
    [year(2021), [year(2021), year(2022, 2023)], year(2024)],
    [year(2022, 2023), [], year(2024, 2025)],
    [{ from: "2021-08-01", to: "2022-06-30" }, [], { from: "2022-07-01", to: "2023-05-31" }],
    [{ from: "2021-01-01", to: "2021-06-30" }, [], { from: "2021-07-01", to: "2021-12-31" }],
    [{ from: "2021-01-04", to: "2021-01-10" }, [], { from: "2021-01-11", to: "2021-01-17" }],
  ])("is as long, right after the last: %j", (plan, plans, after) => {
    expect(periodAfter(plan, plans)).toEqual(after);
  });

  it("may be that of a plan that is open", () => {
    const [next, later] = [
      { ...year(2022, 2023), state: "draft" },
      { ...year(2024), state: "draft" },
    ];
    expect(planAfter(year(2021), [later, next])).toBe(next);
    expect(planAfter(year(2021), [later])).toBeNull();
    expect(planAfter(year(2021), [{ ...next, state: "closed" }])).toBeNull();
  });
});

describe("a row in another period", () => {
  it("is outside when its words name other times", () => {
    expect(carriedTiming("Haust -21", year(2021), year(2022))).toMatchObject({ text: "Haust -22", outside: false });
    expect(carriedTiming("Haust -21", year(2021), year(2023, 2024))).toMatchObject({
      text: "Haust -23",
      outside: false,
    });
    expect(carriedTiming("mai", year(2021), { from: "2022-07-01", to: "2022-12-31" })).toMatchObject({ outside: true });
    expect(carriedTiming("Løpande", year(2021), year(2022))).toEqual({
      ...{ text: "Løpande", changed: false, unsure: [], outside: false },
    });
  });

  it("is the same as one whose cells say the same", () => {
    const row = { channel: "Brev", theme: "Mat", goal: "", timing: "Mai", responsible: "KS", audience: "Alle" };
    expect(cellsKey({ ...row, channel: " brev " })).toBe(cellsKey(row));
    expect(cellsKey({ ...row, timing: "Juni" })).not.toBe(cellsKey(row));
    expect(cellsKey({ ...row, theme: "", goal: "Mat" })).not.toBe(cellsKey(row));
  });
});
