import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountableOf, resolveCells, rowCode } from "~/domain/responsibility/cells";
import { columnsOf } from "~/domain/responsibility/columns";
import { impliedParts, type Named } from "~/domain/responsibility/implied";
import { type Part, parts, type SaidPart } from "~/domain/responsibility/parts";

const actor = (actorId: string, rest = false): Named => ({ kind: "actor", actorId, rest });
const group = (...actorIds: string[]): Named => ({ kind: "group", actorIds, rest: false });
const there = [
  { id: "office", parentId: null, tier: "core" as const, position: 0 },
  { id: "ks", parentId: null, tier: "core" as const, position: 1 },
  { id: "centres", parentId: null, tier: "core" as const, position: 2 },
  { id: "south", parentId: "centres", tier: "core" as const, position: 1 },
  { id: "north", parentId: "centres", tier: "core" as const, position: 0 },
  { id: "research", parentId: null, tier: "outside" as const, position: 3 },
  { id: "council", parentId: null, tier: "extended" as const, position: 9 },
];
const { actors, standIns } = columnsOf(there);
const ids = actors.map(({ id }) => id);
const implied = (...names: Named[]) => Object.fromEntries(impliedParts(names, standIns));

describe("the columns", () => {
  it("are the actors by tier and position, with units in place of the actor they belong to", () => {
    expect(ids).toEqual(["office", "ks", "north", "south", "council", "research"]);
  });

  it("let a unit stand alone when the actor above it is not there that day", () => {
    expect(columnsOf(there.filter(({ id }) => id !== "centres")).actors.map(({ id }) => id)).toContain("south");
  });

  it("do not depend on the order actors come in", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(there, { minLength: there.length }), (order) => {
        expect(columnsOf(order).actors.map(({ id }) => id)).toEqual(ids);
      }),
    );
  });
});

describe("what the names of a row imply", () => {
  it("makes the first actor named alone accountable, and lets the others perform", () => {
    expect(implied(actor("office"), actor("ks"))).toEqual({ office: "accountable", ks: "performs" });
    expect(implied(group("council"), actor("ks"))).toEqual({ council: "contributes", ks: "accountable" });
  });

  it("lets members of a group and the rest contribute", () => {
    expect(implied(actor("office"), group("council", "ks"), actor("research", true))).toEqual({
      office: "accountable",
      council: "contributes",
      ks: "contributes",
      research: "contributes",
    });
  });

  it("keeps the part that says more when an actor gets two", () => {
    expect(implied(actor("office"), group("office", "ks"), actor("ks"))).toEqual({
      office: "accountable",
      ks: "performs",
    });
    expect(implied(actor("office"), actor("office"))).toEqual({ office: "accountable" });
  });

  it("lets each of several units perform, and makes none accountable by it", () => {
    expect(implied(actor("centres"))).toEqual({ north: "performs", south: "performs" });
    expect(implied(actor("centres"), actor("ks"))).toMatchObject({ ks: "accountable" });
    expect(implied(actor("south"))).toEqual({ south: "accountable" });
  });

  it("leaves the row without anybody accountable when the first named is not there", () => {
    expect(implied(actor("ended"), actor("ks"))).toEqual({ ks: "performs" });
  });
});

describe("a row of cells", () => {
  const word = fc.constantFrom(...ids);
  const someImplied = fc.array(fc.tuple(word, fc.constantFrom(...parts)));
  const someSaid = fc.array(fc.tuple(word, fc.constantFrom<SaidPart[]>(...parts, "none")));

  it("has capitals for what was said, a dash for what was taken away, and a point for nothing", () => {
    const cells = resolveCells(
      new Map<string, Part>([
        ["office", "accountable"],
        ["ks", "performs"],
      ]),
      new Map<string, SaidPart>([
        ["ks", "none"],
        ["north", "informed"],
        ["council", "none"],
      ]),
    );
    expect(rowCode(cells, ids)).toBe("a-I...");
  });

  it("makes one who is accountable by the plan's words perform when somebody has said another", () => {
    const cells = resolveCells(new Map([["office", "accountable"]]), new Map([["ks", "accountable"]]));
    expect(rowCode(cells, ids)).toBe("pA....");
  });

  it("has one accountable at most, whatever is implied and said, in whatever order", () => {
    fc.assert(
      fc.property(someImplied, someSaid, (fromWords, fromPeople) => {
        const [a, b] = [new Map(fromWords), new Map(fromPeople)];
        const code = rowCode(resolveCells(a, b), ids);
        expect(code.match(/a/gi)?.length ?? 0).toBeLessThanOrEqual(1);
        const turned = resolveCells(new Map([...a].reverse()), new Map([...b].reverse()));
        expect(rowCode(turned, ids)).toBe(code);
        expect(accountableOf(turned) !== null).toBe(/a/i.test(code));
      }),
    );
  });

  it("is never without somebody accountable when one is said to be", () => {
    fc.assert(
      fc.property(someImplied, someSaid, (fromWords, fromPeople) => {
        const said = new Map(fromPeople);
        fc.pre([...said.values()].includes("accountable"));
        expect(accountableOf(resolveCells(new Map(fromWords), said))).not.toBeNull();
      }),
    );
  });
});
