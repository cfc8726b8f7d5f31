import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cells, plan, rules, samples, year } from "#tests/domain/timing/samples";
import { processorTime } from "#tests/support/work";
import { parseTiming } from "~/domain/timing";

describe("the meaning of a text about time", () => {
  const tables = { "the samples of the grammar": samples, "the cells of a real plan": cells, ...rules };
  describe.each(Object.entries(tables))("%s", (_name, rows) => {
    it.each(rows)("reads «%s»", (text, expected, period = plan) => {
      expect(parseTiming(text, period)).toEqual({ source: text, ...expected });
    });
  });
});

describe("any text", () => {
  const numRuns = 300 * (process.env.SAMVIRK_TEST_LONG === "1" ? 100 : 1);
  const known = [...samples, ...cells, ...Object.values(rules).flat()].map(([text]) => text);
  const words = known.flatMap((text) => text.split(/\s+/));
  const pieces = fc.array(fc.oneof(fc.constantFrom(...words, ..."-–/+,;&.()'", "og", "i", "over"), fc.string()), {
    maxLength: 15,
  });
  const text = fc.oneof(
    fc.tuple(pieces, fc.constantFrom(" ", "")).map(([parts, glue]) => parts.join(glue)),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  const period = fc
    .tuple(fc.integer({ min: 2010, max: 2030 }), fc.integer({ min: 0, max: 4 }))
    .map(([from, more]) => year(from, from + more));

  it("is read without an error, the same way each time, into sorted windows, its words kept", () => {
    fc.assert(
      fc.property(text, period, (source, within) => {
        const timing = parseTiming(source, within);
        expect(parseTiming(source, within)).toEqual(timing);
        expect(timing.source).toBe(source);
        const keys = timing.windows.map((w) => `${w.from} ${w.to} ${w.precision} ${w.time ?? ""}`);
        expect(keys).toEqual([...new Set(keys)].sort());
        for (const { from, to } of timing.windows) {
          expect(from).toMatch(/^\d{4}-\d\d-\d\d$/);
          expect(to >= from).toBe(true);
        }
        let at = 0;
        for (const fragment of timing.unparsed) {
          at = source.indexOf(fragment, at) + fragment.length;
          expect(fragment.trim()).not.toBe("");
          expect(at).toBeGreaterThanOrEqual(fragment.length);
        }
        for (const { min, max } of timing.cadences) expect(max >= min && min > 0).toBe(true);
      }),
      { numRuns },
    );
  });

  it("is read although letters of it are wrong, are missing or stand elsewhere", () => {
    const letters = [...new Set(known.join(""))];
    const rounds = process.env.SAMVIRK_TEST_LONG === "1" ? 100_000 : 2_000;
    let seed = 20_210_518;
    const any = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const letter = () => letters[any(letters.length)] ?? "";
    for (let round = 0; round < rounds; round++) {
      let source = known[any(known.length)] ?? "";
      for (let change = any(4); change >= 0; change--) {
        const at = any(source.length + 1);
        const [before, after] = [source.slice(0, at), source.slice(at)];
        source =
          [before + letter() + after, before + after.slice(1), before + letter() + after.slice(1), after + before][
            any(4)
          ] ?? "";
      }
      const timing = parseTiming(source, plan);
      const keys = timing.windows.map(({ from, to, precision, time }) => `${from} ${to} ${precision} ${time ?? ""}`);
      if (timing.source !== source || keys.join() !== [...new Set(keys)].sort().join()) expect.fail(source);
      if (timing.windows.some(({ from, to }) => !/^\d{4}-\d\d-\d\d$/.test(from) || to < from)) expect.fail(source);
      if (timing.unparsed.some((fragment) => fragment === "" || !source.includes(fragment))) expect.fail(source);
      if (timing.kind === "unknown" && timing.windows.length + timing.cadences.length > 0) expect.fail(source);
    }
  });

  it("is read with any period, also one that is no period", () => {
    fc.assert(
      fc.property(text, fc.string(), fc.string(), (source, from, to) => {
        parseTiming(source, { from, to });
      }),
      { numRuns },
    );
  });

  it("is read in time that grows with its length", async () => {
    for (const piece of ["(", "()", "1,", "1.-", "når ", "etter oppmoding ", "uke 1-", "haust -21, ", "Q1/", "x "]) {
      expect(await processorTime(() => parseTiming(piece.repeat(5_000), plan)), piece).toBeLessThan(5_000);
    }
  });

  it("is read in microseconds", () => {
    const rounds = 400;
    for (let round = 0; round < 100; round++) for (const [text] of samples) parseTiming(text, plan);
    const start = performance.now();
    for (let round = 0; round < rounds; round++)
      for (const [text, , within = plan] of samples) parseTiming(text, within);
    const each = ((performance.now() - start) * 1000) / (rounds * samples.length);
    if (process.env.SAMVIRK_TEST_LONG === "1") console.log(`parseTiming: ${each.toFixed(1)} µs a text`);
    expect(each).toBeLessThan(1_000);
  });
});
