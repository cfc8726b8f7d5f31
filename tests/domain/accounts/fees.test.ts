import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareFees, feeOf, readPopulation, readRate, sumOf } from "~/domain/accounts/fees";

describe("a fee", () => {
  it("is inhabitants times øre, to the øre", () => {
    expect(feeOf(60_937, 50)).toBe(3_046_850n);
    expect(feeOf(5_000_000, 9_999_999)).toBe(49_999_995_000_000n);
  });

  it.each([
    ["2", 200],
    ["2,00", 200],
    ["0,5", 50],
    ["0.50", 50],
    [" 12,34 ", 1234],
    ["0", null],
    ["0,00", null],
    ["", null],
    ["-2", null],
    ["2,005", null],
    ["to kroner", null],
  ])("reads the rate %j as %j", (text, rate) => {
    expect(readRate(text)).toBe(rate);
  });

  it("reads back every rate that is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (rate) => {
        expect(readRate(`${Math.floor(rate / 100)},${String(rate % 100).padStart(2, "0")}`)).toBe(rate);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["12 345", 12345],
    ["12\u00a0345", 12345],
    ["0", 0],
    ["12,5", null],
    ["", null],
    ["90 000 000", null],
  ])("reads the population %j as %j", (text, population) => {
    expect(readPopulation(text)).toBe(population);
  });
});

describe("the year before", () => {
  const payers = [
    { id: "asker", amount: 900n },
    { id: "lier", amount: null },
  ];
  const became: Record<string, string[]> = { hurum: ["asker"], royken: ["asker"], split: ["asker", "lier"] };

  it("adds up what went into a municipality, and leaves what nobody stands for by itself", () => {
    const before = [
      { id: "asker", amount: 500n },
      { id: "hurum", amount: 100n },
      { id: "royken", amount: 200n },
      { id: "split", amount: 7n },
      { id: "left", amount: 3n },
    ];
    const { byPayer, gone } = compareFees(payers, before, (id) => became[id] ?? []);
    expect(byPayer.get("asker")).toEqual({ amount: 800n, of: ["asker", "hurum", "royken"] });
    expect(byPayer.has("lier")).toBe(false);
    expect(gone.map(({ id }) => id)).toEqual(["split", "left"]);
  });

  it("loses no øre", () => {
    const ids = fc.constantFrom("asker", "lier", "hurum", "royken", "split", "left");
    const lines = fc.uniqueArray(fc.record({ id: ids, amount: fc.bigInt(0n, 10_000_000n) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(lines, (before) => {
        const { byPayer, gone } = compareFees(payers, before, (id) => became[id] ?? []);
        const kept = sumOf([...byPayer.values(), ...gone].map(({ amount }) => amount));
        expect(kept).toBe(sumOf(before.map(({ amount }) => amount)));
      }),
      { numRuns: 50 },
    );
  });
});
