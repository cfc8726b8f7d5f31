import { describe, expect, it } from "vitest";
import { liesOutside } from "~/domain/communications-plan/outside";
import { parseTiming } from "~/domain/timing";

const year = { from: "2021-01-01", to: "2021-12-31" };
const winter = { from: "2021-08-01", to: "2022-03-31" };

describe("a timing outside a period", () => {
  it.each([
    ["5. mai 2030", year],
    ["Haust -22", year],
    ["mars 2020, april 2020", year],
    ["juni", winter],
    ["Transport; 18. mars 2019", year],
  ])("is one of another year, or of a month the period does not have: %s", (words, period) => {
    expect(liesOutside(parseTiming(words, period), period)).toBe(true);
  });

  it.each([
    ["", year],
    ["Transport", year],
    ["Mai/juni + november", year],
    ["mars 2020, april 2021", year],
    ["vinter 2021", year],
    ["Årleg", year],
    ["Kontinuerleg", year],
    ["Ved behov, 5. mai 2030", year],
    ["september", winter],
  ])("is not one that has a day inside, happens at any time, or was not understood: %s", (words, period) => {
    expect(liesOutside(parseTiming(words, period), period)).toBe(false);
  });
});
