import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeJoin, overlap, type Stay, standingOf } from "~/domain/networks/membership";
import { addDays } from "~/domain/shared/days";

const day = fc.nat({ max: 400 }).map((days) => addDays("2026-01-01", days));
const stay: fc.Arbitrary<Stay> = fc
  .tuple(day, fc.option(fc.nat({ max: 100 })))
  .map(([from, days]) => ({ from, to: days === null ? null : addDays(from, days) }));

describe("being in a network", () => {
  it("begins on its first day and is over on the day after its last", () => {
    const june = { from: "2026-06-01", to: "2026-07-01" };
    expect(standingOf(june, "2026-05-31")).toBe("coming");
    expect(standingOf(june, "2026-06-01")).toBe("in");
    expect(standingOf(june, "2026-06-30")).toBe("in");
    expect(standingOf(june, "2026-07-01")).toBe("left");
    expect(standingOf({ from: "2026-06-01", to: null }, "2099-01-01")).toBe("in");
  });

  it("overlaps another stay exactly when a day is in both", () => {
    const days = Array.from({ length: 520 }, (_, at) => addDays("2026-01-01", at));
    const within = (one: Stay, on: string) => one.from <= on && (one.to === null || on < one.to);
    fc.assert(
      fc.property(stay, stay, (a, b) => {
        expect(overlap(a, b)).toBe(days.some((on) => within(a, on) && within(b, on)));
        expect(overlap(a, b)).toBe(overlap(b, a));
      }),
      { numRuns: 60 },
    );
  });

  it("takes nobody in twice at once, and loses nobody who was wished for", () => {
    const id = fc.constantFrom("a", "b", "c", "d");
    fc.assert(
      fc.property(fc.array(fc.record({ id, stay })), fc.array(id), stay, (known, wished, wish) => {
        const { joins, already } = judgeJoin(known, wished, wish);
        expect([...joins, ...already].sort()).toEqual([...new Set(wished)].sort());
        for (const one of joins) expect(known.some((k) => k.id === one && overlap(k.stay, wish))).toBe(false);
        for (const one of already) expect(known.some((k) => k.id === one && overlap(k.stay, wish))).toBe(true);
      }),
    );
  });
});
