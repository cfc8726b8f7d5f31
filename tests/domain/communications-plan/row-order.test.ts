import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { putBeside } from "~/domain/communications-plan/row-order";

const order = ["a", "b", "c", "d"];

describe("the order of a plan's rows", () => {
  it("has a row put right before or after another", () => {
    expect(putBeside(order, "d", { beside: "b", side: "before" })).toEqual(["a", "d", "b", "c"]);
    expect(putBeside(order, "a", { beside: "c", side: "after" })).toEqual(["b", "c", "a", "d"]);
    expect(putBeside(order, "b", { beside: "a", side: "after" })).toEqual(order);
  });

  it("is not made beside oneself, or with what is not in it", () => {
    expect(putBeside(order, "a", { beside: "a", side: "after" })).toBeNull();
    expect(putBeside(order, "x", { beside: "a", side: "after" })).toBeNull();
    expect(putBeside(order, "a", { beside: "x", side: "before" })).toBeNull();
  });

  it("loses nobody, and keeps the others as they stood", () => {
    const rows = fc.uniqueArray(fc.nat(50).map(String), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), fc.constantFrom("before", "after"), (ids, a, b, side) => {
        const [id, beside] = [ids[a % ids.length] ?? "", ids[b % ids.length] ?? ""];
        const after = putBeside(ids, id, { beside, side });
        if (id === beside) return after === null;
        const others = (list: string[]) => list.filter((one) => one !== id).join();
        const apart = (after?.indexOf(id) ?? 0) - (after?.indexOf(beside) ?? 0);
        return after?.length === ids.length && others(after) === others(ids) && apart === (side === "after" ? 1 : -1);
      }),
    );
  });
});
