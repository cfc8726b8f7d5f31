import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ancestors, type Change, holds, predecessors, successors, versionOn } from "~/domain/municipalities/lineage";

const change = (day: string, fromId: string, toId: string, kind: Change["kind"] = "merged"): Change => ({
  day,
  fromId,
  toId,
  kind,
});
const changes = [
  change("2020-01-01", "vågsøy", "kinn", "part"),
  change("2020-01-01", "vågsøy", "stad", "part"),
  change("2020-01-01", "flora", "kinn"),
  change("2024-01-01", "kinn", "new kinn"),
];

describe("what became of a municipality", () => {
  it("is itself while it stands", () => {
    expect(successors(changes, "vågsøy", "2019-12-31")).toEqual([]);
    expect(successors(changes, "stad", "2026-01-01")).toEqual([]);
  });

  it("is those that stand on the day, through splits and mergers", () => {
    expect(successors(changes, "vågsøy", "2020-01-01")).toEqual(["kinn", "stad"]);
    expect(successors(changes, "vågsøy", "2026-01-01")).toEqual(["new kinn", "stad"]);
  });

  it("is told the other way round by those that came before", () => {
    expect(predecessors(changes, "new kinn", "2019-06-01")).toEqual(["vågsøy", "flora"]);
    expect(predecessors(changes, "new kinn", "2021-06-01")).toEqual(["kinn"]);
    expect(predecessors(changes, "new kinn", "2024-01-01")).toEqual([]);
    expect(ancestors(changes, "new kinn")).toEqual(["kinn", "vågsøy", "flora"]);
  });
});

describe("the version of a day", () => {
  const versions = [
    { number: "1201", validFrom: null, validTo: "2020-01-01" },
    { number: "4601", validFrom: "2020-01-01", validTo: null },
  ];
  it("begins on its first day and is over on the day after its last", () => {
    expect(versionOn(versions, "2019-12-31")?.number).toBe("1201");
    expect(versionOn(versions, "2020-01-01")?.number).toBe("4601");
    expect(versionOn(versions.slice(1), "2019-12-31")).toBeNull();
    expect(holds({ validFrom: null, validTo: null }, "1850-01-01")).toBe(true);
  });
});

describe("any history", () => {
  const id = fc.constantFrom(..."abcdefgh");
  const history = fc.array(
    fc.record({
      day: fc.constantFrom("2020-01-01", "2022-01-01", "2024-01-01"),
      fromId: id,
      toId: id,
      kind: fc.constantFrom("merged" as const, "part" as const),
    }),
    { maxLength: 20 },
  );

  it("ends, also where it goes in a circle, and names each once and never itself", () => {
    fc.assert(
      fc.property(history, id, (all, one) => {
        for (const ends of [
          successors(all, one, "2026-01-01"),
          predecessors(all, one, "2019-01-01"),
          ancestors(all, one),
        ]) {
          expect(new Set(ends).size).toBe(ends.length);
          expect(ends).not.toContain(one);
        }
      }),
    );
  });

  it("gives successors that nothing has become of", () => {
    fc.assert(
      fc.property(history, id, (all, one) => {
        for (const end of successors(all, one, "2026-01-01"))
          expect(all.some(({ fromId }) => fromId === end)).toBe(false);
      }),
    );
  });

  it("has among the ancestors of every successor the one it began with", () => {
    fc.assert(
      fc.property(history, id, (all, one) => {
        for (const end of successors(all, one, "2026-01-01")) expect(ancestors(all, end)).toContain(one);
      }),
    );
  });
});
