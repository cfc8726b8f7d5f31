import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parts } from "~/domain/responsibility/parts";
import { type SaidSpan, type Saying, saidOn, sayFrom } from "~/domain/responsibility/said";

const said = (...sayings: Saying[]) => sayings.reduce<SaidSpan[]>(sayFrom, []);
const on = (spans: SaidSpan[], day: string) => Object.fromEntries(saidOn(spans, day));
const say = (actorId: string, part: Saying["part"], from: string | null = null): Saying => ({ actorId, part, from });

describe("what is said of a row", () => {
  it("replaces what was said when it holds since ever", () => {
    expect(said(say("ks", "performs"), say("ks", "informed"))).toEqual([
      { actorId: "ks", part: "informed", from: null, to: null },
    ]);
    expect(said(say("ks", "performs"), say("ks", "clear"))).toEqual([]);
  });

  it("ends on the day another part begins", () => {
    expect(said(say("ks", "performs"), say("ks", "informed", "2021-05-01"))).toEqual([
      { actorId: "ks", part: "performs", from: null, to: "2021-05-01" },
      { actorId: "ks", part: "informed", from: "2021-05-01", to: null },
    ]);
  });

  it("keeps what has been said for a later day", () => {
    const spans = said(say("ks", "performs", "2021-08-01"), say("ks", "informed", "2021-05-01"));
    expect(on(spans, "2021-07-31")).toEqual({ ks: "informed" });
    expect(on(spans, "2021-08-01")).toEqual({ ks: "performs" });
  });

  it("lets the one who was accountable perform from the day another is", () => {
    const spans = said(say("office", "accountable"), say("ks", "accountable", "2021-05-01"));
    expect(on(spans, "2021-04-30")).toEqual({ office: "accountable" });
    expect(on(spans, "2021-05-01")).toEqual({ office: "performs", ks: "accountable" });
  });

  it("gives way to who has been said to be accountable later", () => {
    const spans = said(say("ks", "accountable", "2021-08-01"), say("office", "accountable", "2021-05-01"));
    expect(on(spans, "2021-05-01")).toEqual({ office: "accountable" });
    expect(on(spans, "2021-08-01")).toEqual({ office: "performs", ks: "accountable" });
  });

  it("is as before when it is said again as it was", () => {
    const spans = said(say("ks", "performs"), say("ks", "informed", "2021-05-01"), say("ks", "performs", "2021-05-01"));
    expect(spans).toEqual([{ actorId: "ks", part: "performs", from: null, to: null }]);
  });

  const days = ["2021-01-01", "2021-02-01", "2021-03-01", "2021-04-01"];
  const saying = fc.record({
    actorId: fc.constantFrom("a", "b", "c"),
    part: fc.constantFrom<Saying["part"][]>(...parts, "none", "clear"),
    from: fc.constantFrom(null, ...days),
  });

  it("has one part an actor and one accountable on any day, holds from its day, and leaves the days before alone", () => {
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 12 }), saying, (before, last) => {
        const was = said(...before);
        const is = sayFrom(was, last);
        for (const day of ["2020-12-31", ...days, "2022-01-01"]) {
          const held = is.filter(({ from, to }) => (from ?? "") <= day && day < (to ?? "~"));
          expect(new Set(held.map(({ actorId }) => actorId)).size).toBe(held.length);
          expect(held.filter(({ part }) => part === "accountable").length).toBeLessThanOrEqual(1);
          if (last.from !== null && day < last.from) expect(on(is, day)).toEqual(on(was, day));
        }
        const there = on(is, last.from ?? "2020-01-01")[last.actorId];
        expect(there).toBe(last.part === "clear" ? undefined : last.part);
        for (const { from, to } of is) expect((from ?? "") < (to ?? "~")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
