import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basesOf, markOf, mergeFields } from "~/domain/minutes/field-merge";

const stored = { decision: "Godkjent.", notes: "", outcome: "" };

describe("merging what two have written", () => {
  it("writes what nobody else has changed", () => {
    expect(mergeFields(stored, { notes: "Kort ordskifte." }, basesOf(stored))).toEqual({
      changes: { notes: "Kort ordskifte." },
      conflicts: {},
    });
  });

  it("lets two write in a field each", () => {
    const meanwhile = { ...stored, decision: "Godkjent med merknad." };
    expect(mergeFields(meanwhile, { ...stored, outcome: "noted" }, basesOf(stored)).changes).toEqual({
      outcome: "noted",
    });
  });

  it("never writes over what another has written in the same field, and says what stands there", () => {
    const meanwhile = { ...stored, decision: "Deira" };
    expect(mergeFields(meanwhile, { decision: "Mitt" }, basesOf(stored))).toEqual({
      changes: {},
      conflicts: { decision: "Deira" },
    });
  });

  it("goes on where the answer to what was sent was lost", () => {
    const bases = { decision: [markOf("Godkjent."), markOf("Eg skriv")] };
    expect(mergeFields({ ...stored, decision: "Eg skriv" }, { decision: "Eg skriv vidare" }, bases).changes).toEqual({
      decision: "Eg skriv vidare",
    });
  });

  it("leaves alone names the record does not have", () => {
    const typed = JSON.parse('{"__proto__": "x", "toString": "x", "other": "x"}');
    expect(mergeFields(stored, typed, {})).toEqual({ changes: {}, conflicts: {} });
  });

  it("loses nothing: each field typed in is as typed, is to be written, or is told of", () => {
    const fields = fc.record({ a: fc.string(), b: fc.string() });
    fc.assert(
      fc.property(fields, fields, fields, (then, now, typed) => {
        const { changes, conflicts } = mergeFields(now, typed, basesOf(then));
        for (const name of ["a", "b"] as const) {
          const same = now[name] === typed[name];
          expect([same, name in changes, name in conflicts].filter(Boolean)).toHaveLength(1);
          if (name in changes) expect(now[name]).toBe(then[name]);
        }
      }),
    );
  });
});
