import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isToBeHeld, type Outcome, outcomeOf } from "~/domain/delivery/hold";

describe("holding an address", () => {
  it.each<[string, Outcome[], boolean]>([
    ["nothing yet", [], false],
    ["one hard", ["hard"], true],
    ["one soft", ["soft"], false],
    ["two soft", ["soft", "unknown"], false],
    ["three soft in a row, unknown among them", ["soft", "unknown", "soft"], true],
    ["two soft after one that arrived", ["soft", "soft", "delivered", "soft"], false],
    ["one that arrived after a hard one", ["delivered", "hard"], false],
    ["a soft one after the hold of a hard one was lifted", ["soft", "hard"], false],
  ])("%s", (_, newest, held) => {
    expect(isToBeHeld(newest)).toBe(held);
  });

  it("never holds an address whose last message arrived", () => {
    const outcome = fc.constantFrom<Outcome>("delivered", "hard", "soft", "unknown");
    fc.assert(fc.property(fc.array(outcome), (older) => !isToBeHeld(["delivered", ...older])));
  });

  it.each([
    ["550", "hard"],
    ["550 5.1.1", "hard"],
    ["552", "soft"],
    ["550 5.2.2", "soft"],
    ["451 4.2.1", "soft"],
    ["ETIMEDOUT", "unknown"],
    ["unknown", "unknown"],
  ])("reads %s as %s", (code, outcome) => {
    expect(outcomeOf(code)).toBe(outcome);
  });
});
