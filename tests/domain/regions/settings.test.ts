import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutesOf, timeOf } from "~/domain/regions/clock-minutes";
import { nextNumber, numberIsFree } from "~/domain/regions/priority-areas";
import { offersItsStandard } from "~/domain/regions/written-standard";

describe("office hours", () => {
  it("are read and written as the same time of day", () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(fc.property(minutes, (minute) => minutesOf(timeOf(minute)) === minute));
  });

  it("are no time when the clock has no such time", () => {
    for (const time of ["", "24:00", "8:00", "08:60", "08.00"]) expect(minutesOf(time)).toBeNull();
  });
});

describe("priority areas", () => {
  const areas = [
    { id: "a", number: 1 },
    { id: "b", number: 5 },
  ];

  it("get the number after the highest", () => {
    expect(nextNumber([])).toBe(1);
    expect(nextNumber(areas)).toBe(6);
  });

  it("keep their own number, and take no other's", () => {
    expect(numberIsFree(areas, 5, "b")).toBe(true);
    expect(numberIsFree(areas, 5, "a")).toBe(false);
    expect(numberIsFree(areas, 2, null)).toBe(true);
  });
});

describe("the default written standard", () => {
  it("must be among the languages offered", () => {
    expect(offersItsStandard(["nb", "en"], "bokmal")).toBe(true);
    expect(offersItsStandard(["nb", "en"], "nynorsk")).toBe(false);
  });
});
