import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPriorityAreas } from "~/domain/regions/priority-areas";

const areas = [
  { id: "a1", number: 1, name: "Eit aldersvenleg samfunn" },
  { id: "a2", number: 2, name: "Aktivitet og fellesskap" },
  { id: "a3", number: 3, name: "Mat og måltid" },
  { id: "a4", number: 4, name: "Helsehjelp" },
  { id: "a5", number: 5, name: "Samanheng i tenestene" },
];
const all = areas.map(({ id }) => id);
const read = (words: string) => readPriorityAreas(words, areas);

describe("the priority areas that words name", () => {
  it.each([
    ["Innsatsområde 1", ["a1"]],
    ["Innsatsområde 2,3,4 og 5", ["a2", "a3", "a4", "a5"]],
    ["Innsatsområde 2,3,4,5", ["a2", "a3", "a4", "a5"]],
    ["Innsatsområde 1,2,4 og 5", ["a1", "a2", "a4", "a5"]],
    ["Innsatsomr åde 4,5", ["a4", "a5"]],
    ["Innsats- område 4 og 5", ["a4", "a5"]],
    ["innsatsområda 2–4", ["a2", "a3", "a4"]],
    ["Innsatsområde 2 til 4", ["a2", "a3", "a4"]],
    ["Innsatsområde nr. 3", ["a3"]],
    ["Innsatsområde 1. Innsatsområde 3", ["a1", "a3"]],
    ["Priority areas 1 and 3", ["a1", "a3"]],
    ["Alle innsats-områda", all],
    ["Alle dei fem innsatsområda", all],
    ["Innsatsområde Alle", all],
    ["Helsehjelp til heimebuande", ["a4"]],
    ["Tema: mat og måltid, og helsehjelp", ["a3", "a4"]],
    ["Innsatsområde 9", []],
    ["Matlaging", []],
    ["To samlingar i året, 3 kommunar", []],
    ["", []],
  ])("are read: «%s»", (words, ids) => {
    expect(read(words)).toEqual(ids);
  });

  it("are the numbers that were written, in the order of the areas, however they are listed and cut", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
    const between = fc.constantFrom(", ", ",", " og ", " & ", "; ", "/");
    const cut = fc.constantFrom("Innsatsområde", "innsats område", "INNSATSOMRÅDE", "Innsatsomr åda", "innsats-områda");
    fc.assert(
      fc.property(numbers, between, cut, (list, separator, word) => {
        const found = read(`${word} ${list.join(separator)}`);
        expect(found).toEqual(areas.filter(({ number }) => list.includes(number)).map(({ id }) => id));
      }),
    );
  });

  it("are never more than there are, and never throw, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (words, names) => {
        const given = names.map((name, at) => ({ id: String(at), number: at + 1, name }));
        const found = readPriorityAreas(`innsatsområde ${words}`, given);
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeLessThanOrEqual(given.length);
      }),
    );
  });
});
