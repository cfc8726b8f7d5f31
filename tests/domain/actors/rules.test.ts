import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastDayOf, openSpan, standingOn } from "~/domain/actors/period";
import { isWebAddress, moved, parentRefusal, readAliases } from "~/domain/actors/rules";
import { likeliest } from "~/domain/actors/suggest";

describe("a unit", () => {
  const actors = [
    { id: "a", parentId: null },
    { id: "b", parentId: "a" },
    { id: "c", parentId: null },
  ];
  it("is one level deep, of an actor that is there and is not itself", () => {
    expect(parentRefusal(actors, { id: "c", parentId: null })).toBeNull();
    expect(parentRefusal(actors, { id: "c", parentId: "a" })).toBeNull();
    expect(parentRefusal(actors, { id: null, parentId: "a" })).toBeNull();
    expect(parentRefusal(actors, { id: "c", parentId: "x" })).toBe("no-such-parent");
    expect(parentRefusal(actors, { id: "c", parentId: "c" })).toBe("own-unit");
    expect(parentRefusal(actors, { id: "c", parentId: "b" })).toBe("parent-is-unit");
    expect(parentRefusal(actors, { id: "a", parentId: "c" })).toBe("has-units");
  });

  it("never makes a circle, whatever is tried in whatever order", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const id = fc.constantFrom(...ids);
    fc.assert(
      fc.property(fc.array(fc.record({ id, parentId: fc.option(id) }), { maxLength: 30 }), (tries) => {
        let all: { id: string; parentId: string | null }[] = ids.map((one) => ({ id: one, parentId: null }));
        for (const wish of tries)
          if (parentRefusal(all, wish) === null) all = all.map((one) => (one.id === wish.id ? wish : one));
        for (const one of all)
          if (one.parentId !== null) expect(all.find((other) => other.id === one.parentId)?.parentId).toBeNull();
      }),
    );
  });
});

describe("the order of tasks", () => {
  it("changes by one place, and not past its ends", () => {
    expect(moved(["a", "b", "c"], "b", "up")).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], "b", "down")).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b"], "a", "up")).toBeNull();
    expect(moved(["a", "b"], "b", "down")).toBeNull();
    expect(moved(["a", "b"], "x", "down")).toBeNull();
  });

  it("is as it was after up and down again", () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(ids, fc.nat(), (order, seed) => {
        const id = order[seed % (order.length - 1)] as string;
        expect(moved(moved(order, id, "down") ?? [], id, "up")).toEqual(order);
      }),
    );
  });
});

describe("other ways of writing", () => {
  it("are one a line, each once, without the spaces around", () => {
    expect(readAliases(" SFVL \r\n\nsfvl\n SF  Vestland")).toEqual([
      { words: "sfvl", shown: "SFVL" },
      { words: "sf vestland", shown: "SF Vestland" },
    ]);
  });
});

describe("a web address", () => {
  it("is of http or https, with a host", () => {
    expect(["https://www.ks.example/om", "http://ks.example"].map(isWebAddress)).toEqual([true, true]);
    const wrong = ["www.ks.example", "javascript:alert(1)", "https://", "ftp://ks.example", "https://ks .example", ""];
    expect(wrong.filter(isWebAddress)).toEqual([]);
  });
});

describe("the days of an actor", () => {
  it("are both included, and open without", () => {
    expect(openSpan("2021-01-01", "2021-12-31")).toEqual({ ok: true, span: { from: "2021-01-01", to: "2022-01-01" } });
    expect(openSpan(null, null)).toEqual({ ok: true, span: { from: null, to: null } });
    expect(openSpan("2021-01-02", "2021-01-01")).toEqual({ ok: false, reason: "end-before-start" });
    expect(lastDayOf({ from: null, to: "2022-01-01" })).toBe("2021-12-31");
  });

  it("stand from the first to the last", () => {
    const span = { from: "2021-01-01", to: "2022-01-01" };
    const days = ["2020-12-31", "2021-01-01", "2021-12-31", "2022-01-01"];
    expect(days.map((day) => standingOn(span, day))).toEqual(["coming", "standing", "standing", "ended"]);
  });
});

describe("what an unknown name most likely means", () => {
  const actor = (id: string, name: string) => ({ id, name, shortName: "", parentId: null });
  const book = {
    actors: [actor("s", "Senter for omsorgsforskning"), actor("f", "Fylkeskommune"), actor("k", "KS")],
    groups: [{ id: "g", name: "Arbeidsgruppa", actorId: null }],
    names: [],
  };
  it("is the name that shares most words, or that it abbreviates", () => {
    expect(likeliest("SOF", book)).toEqual({ kind: "actor", id: "s" });
    expect(likeliest("Rogaland fylkeskommune", book)).toEqual({ kind: "actor", id: "f" });
    expect(likeliest("eiga arbeidsgruppe", book)).toEqual({ kind: "group", id: "g", actorId: null });
    expect(likeliest("Sunnfjord kommune", book)).toBeNull();
  });
});
