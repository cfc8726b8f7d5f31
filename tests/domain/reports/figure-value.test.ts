import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFigure, writeFigure } from "~/domain/reports/figure-value";

describe("a figure that is typed", () => {
  it("is read whatever parts its thousands, and written so that it reads back", () => {
    const some = fc.bigInt({ min: -100_000_000_000n, max: 100_000_000_000n });
    const marks = fc.constantFrom("", " ", "\u00a0", "\u202f");
    fc.assert(
      fc.property(
        some,
        marks,
        (value, thousands) => readFigure(writeFigure(value.toString(), { thousands })) === value,
      ),
      { numRuns: 100 },
    );
  });

  it.each(["", "12,345", "1e3", "12 kr", "--1", "9".repeat(20), "٣"])("%j is none", (typed) => {
    expect(readFigure(typed)).toBeNull();
  });
});
