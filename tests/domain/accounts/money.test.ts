import { array, assert, bigInt, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalSignOf, isUnclear, readMoney, writeMoney } from "~/domain/accounts/money";

const kroner = (whole: bigint, part = 0n) => whole * 100n + part;

describe("a sum of money", () => {
  it.each<[string, bigint]>([
    ["7 370 200", kroner(7370200n)],
    ["7\u00a0370\u00a0200,50", kroner(7370200n, 50n)],
    ["7\u202f370\u202f200", kroner(7370200n)],
    ["7.370.200,5", kroner(7370200n, 50n)],
    ["7,370,200.05", kroner(7370200n, 5n)],
    ["7'370'200", kroner(7370200n)],
    ["1.234", kroner(1234n)],
    ["0.125", 13n],
    ["1486901.6666666667", kroner(1486901n, 67n)],
    ["1538661.9999999998", kroner(1538662n)],
    ["-12", kroner(-12n)],
    ["12,00-", kroner(-12n)],
    ["− 12", kroner(-12n)],
    ["(1 200,00)", kroner(-1200n)],
    ["kr 1 200,-", kroner(1200n)],
    ["kr -5", kroner(-5n)],
    ["350000 NOK", kroner(350000n)],
    ["–", 0n],
    ["0", 0n],
  ])("is read from %s", (text, ore) => expect(readMoney(text)).toBe(ore));

  it.each([
    "",
    "abc",
    "12 34",
    "1.23.4",
    "1,2,3",
    "--5",
    "(5",
    "-(5)",
    "-5-",
    "1e21",
    "12 %",
    "9".repeat(30),
    "1.234,567.8",
  ])("is not read from %j", (text) => expect(readMoney(text)).toBeNull());

  it.each(["1.234", "1,234", "-123.456", "(1,234)", "kr. 1.234"])("can be read in two ways as %s", (text) => {
    expect(isUnclear(text)).toBe(true);
    const [thousands, decimals] = text.includes(".") ? ([",", "."] as const) : ([".", ","] as const);
    expect(readMoney(text, thousands)).toBe(readMoney(text));
    expect(readMoney(text, decimals)).not.toBe(readMoney(text));
  });

  it.each<[string | null, string[]]>([
    [",", ["1.234", "12,5"]],
    [",", ["1.234.567"]],
    [".", ["1,234,567", "3"]],
    [".", ["7,370,200.05"]],
    [",", ["1.234,-"]],
    [".", ["0.125"]],
    [".", ["1538661.9999998"]],
    [null, ["1.234", "1,234", "500"]],
    [null, ["12.50", "12,50"]],
    [null, []],
  ])("tells the sign before decimals: %s of %j", (sign, texts) => expect(decimalSignOf(texts)).toBe(sign));

  it("is read again in every way it is written", () => {
    const spaces = constantFrom("", " ", "\u00a0", "\u202f", ".");
    const signs = constantFrom<(text: string) => string>(
      (text) => `-${text}`,
      (text) => `${text}-`,
      (text) => `−${text}`,
      (text) => `(${text})`,
    );
    assert(
      property(bigInt({ min: 0n, max: 10n ** 13n }), spaces, signs, (ore, space, minus) => {
        const whole = (ore / 100n).toString().replace(/\B(?=(\d{3})+$)/g, space);
        const text = `${whole},${(ore % 100n).toString().padStart(2, "0")}`;
        expect(readMoney(text)).toBe(ore);
        expect(readMoney(minus(text))).toBe(ore === 0n ? 0n : -ore);
        expect(readMoney(writeMoney(-ore))).toBe(-ore);
      }),
      { numRuns: 200 },
    );
  });

  it("never stops on what is no sum, and is a whole number of øre within its limit when it is one", () => {
    const glyphs = array(constantFrom(..."0123456789 .,-−()kr\u00a0'x"), { maxLength: 12 }).map((all) => all.join(""));
    for (const text of [glyphs, string()])
      assert(
        property(text, (typed) => {
          const read = readMoney(typed);
          expect(read === null || (typeof read === "bigint" && read <= 10n ** 15n && read >= -(10n ** 15n))).toBe(true);
        }),
        { numRuns: 200 },
      );
  });
});
