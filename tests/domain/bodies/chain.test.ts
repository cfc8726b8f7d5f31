import { describe, expect, it } from "vitest";
import { chainFrom, chainsOf, goesRound } from "~/domain/bodies/chain";

describe("the chain of bodies", () => {
  const next = new Map([
    ["council", "board"],
    ["board", "assembly"],
  ]);

  it("goes from the body that prepares to the one that has the last word", () => {
    expect(chainFrom("council", next)).toEqual(["council", "board", "assembly"]);
    expect(chainFrom("assembly", next)).toEqual(["assembly"]);
  });

  it("is one line for all that are in it, and leaves out those that stand alone", () => {
    expect(chainsOf(["assembly", "board", "council", "health"], next)).toEqual({
      chains: [["council", "board", "assembly"]],
      alone: ["health"],
    });
  });

  it("does not come back to where it began", () => {
    expect(goesRound("assembly", "council", next)).toBe(true);
    expect(goesRound("assembly", "health", next)).toBe(false);
    expect(goesRound("board", "board", next)).toBe(true);
  });
});
