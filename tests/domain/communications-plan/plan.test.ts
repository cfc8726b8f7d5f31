import { describe, expect, it } from "vitest";
import { mayEdit, mayRemove, nextPeriod, periodFault, rowsOutside } from "~/domain/communications-plan/plan";

const year = (from: number, to = from) => ({ from: `${from}-01-01`, to: `${to}-12-31` });

describe("a plan", () => {
  it("is changed until it is closed, and removed while it is an empty draft", () => {
    expect((["draft", "adopted", "closed"] as const).map((state) => mayEdit({ state }))).toEqual([true, true, false]);
    expect([mayRemove({ state: "draft" }, 0), mayRemove({ state: "draft" }, 1)]).toEqual([true, false]);
    expect([mayRemove({ state: "adopted" }, 0), mayRemove({ state: "closed" }, 0)]).toEqual([false, false]);
  });

  it("shares no day with another", () => {
    const plans = [year(2021), year(2022, 2023)];
    expect(periodFault({ from: "2021-12-31", to: "2022-06-30" }, plans)).toEqual({
      reason: "overlaps",
      other: plans[0],
    });
    expect(periodFault(year(2020, 2024), plans)).toEqual({ reason: "overlaps", other: plans[0] });
    expect(periodFault(year(2023), plans)).toEqual({ reason: "overlaps", other: plans[1] });
    expect(periodFault(year(2024), plans)).toBeNull();
    expect(periodFault({ from: "2020-08-01", to: "2020-12-31" }, plans)).toBeNull();
  });

  it("ends after it begins, within ten years", () => {
    expect(periodFault({ from: "2021-02-02", to: "2021-02-01" }, [])).toEqual({ reason: "order" });
    expect(periodFault({ from: "2021-02-01", to: "2021-02-01" }, [])).toBeNull();
    expect(periodFault(year(2021, 2030), [])).toBeNull();
    expect(periodFault({ from: "2021-01-01", to: "2031-01-01" }, [])).toEqual({ reason: "too-long" });
    expect(periodFault({ from: "2024-02-29", to: "2034-02-28" }, [])).toBeNull();
    expect(periodFault({ from: "2024-02-29", to: "2034-03-01" }, [])).toEqual({ reason: "too-long" });
  });

  it("is for the year after the last one, unless somebody says otherwise", () => {
    expect(nextPeriod([year(2022, 2023), year(2021)], "2021-05-01")).toEqual(year(2024));
    expect(nextPeriod([{ from: "2021-08-01", to: "2022-07-31" }], "2021-05-01")).toEqual({
      ...{ from: "2022-08-01", to: "2023-07-31" },
    });
    expect(nextPeriod([], "2027-05-01")).toEqual(year(2027));
  });

  it("has no room for rows whose every window falls outside it", () => {
    const rows = ["mai", "mars + oktober", "Fortløpande", "26.05.21", "vår 2019", "i god tid", "november"];
    const outside = rowsOutside(
      rows.map((timing) => ({ timing })),
      { before: year(2021), after: { from: "2021-08-01", to: "2022-03-31" } },
    );
    expect(outside.map(({ timing }) => timing)).toEqual(["mai", "26.05.21"]);
  });
});
