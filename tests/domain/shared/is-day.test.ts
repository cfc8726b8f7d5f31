import { describe, expect, it } from "vitest";
import { isDay } from "~/domain/shared/days";

describe("a text that may be a day", () => {
  it("is one when there is such a day, and a year that a plan or a register can be of", () => {
    expect(["2024-02-29", "1838-01-01", "2199-12-31"].map(isDay)).toEqual([true, true, true]);
  });

  it("is none when it only looks like one", () => {
    const texts = ["2026-02-30", "2023-02-29", "0000-01-01", "9999-12-31", "2026-13-01", "26-01-01", "2026-01-01 ", ""];
    expect(texts.filter(isDay)).toEqual([]);
  });
});
