import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorTime } from "#tests/support/work";
import { diffLines } from "~/domain/shared/line-diff";

const side = (before: string, after: string, kind: "removed" | "added") =>
  diffLines(before, after)
    .filter((line) => line.kind === "same" || line.kind === kind)
    .map(({ text }) => text)
    .join("\n");

describe("the lines of a text that was changed", () => {
  it("are kept, removed and added, with what went before what came", () => {
    expect(diffLines("ein\nto\ntre", "ein\n2\ntre\nfire")).toEqual([
      { kind: "same", text: "ein" },
      { kind: "removed", text: "to" },
      { kind: "added", text: "2" },
      { kind: "same", text: "tre" },
      { kind: "added", text: "fire" },
    ]);
  });

  const text = fc.array(fc.constantFrom("a", "b", "c", "", "d e"), { maxLength: 30 }).map((lines) => lines.join("\n"));

  it("give back both texts, and are all kept when nothing was changed", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(side(before, after, "removed")).toBe(before);
        expect(side(before, after, "added")).toBe(after);
        expect(diffLines(before, before).every(({ kind }) => kind === "same")).toBe(true);
      }),
    );
  });

  it("are found in a moment in the longest of texts", async () => {
    const [before, after] = ["a\n".repeat(10_000), "b\na\n".repeat(5_000)];
    expect(await processorTime(() => diffLines(before, after))).toBeLessThan(2_000);
    expect(side(before, after, "added")).toBe(after);
  });
});
