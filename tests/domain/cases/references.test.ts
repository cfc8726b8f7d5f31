import { describe, expect, it } from "vitest";
import { findReferences, linkReferences, resolveReference } from "~/domain/cases/references";
import { readMarkdown } from "~/domain/shared/markdown";

const named = (text: string) => findReferences(text).map(({ number, letter, year }) => `${number}${letter}/${year}`);

describe("references to cases", () => {
  it("are found with their letters, one or several after the word", () => {
    expect(named("jf. behandling i møte 15.09.2016, sak 26/2016.")).toEqual(["26/2016"]);
    expect(named("i møte 25.02.2016, sak 06b/2016, og i sak 39 e/2016")).toEqual(["6B/2016", "39E/2016"]);
    expect(named("Sakene 12/2017, 13/2017 og 14/2017 ses i sammenheng")).toEqual(["12/2017", "13/2017", "14/2017"]);
    expect(named("saksnr 1/2017? SAK 40/2015")).toEqual(["40/2015"]);
  });

  it("are no dates, terms or parts of words", () => {
    for (const text of ["Tertialrapport 1/2017", "årsak 3/2017", "sak 3/20177", "sak 12/17", "sak om 3/2017"])
      expect(named(text), text).toEqual([]);
  });

  it("are to the body that is named before, else to the only one, else to the text's own", () => {
    const council = { bodyId: "c", number: 39, year: 2016, names: ["Rådmannsgruppen"] };
    const board = { bodyId: "b", number: 39, year: 2016, names: ["Styringsgruppen", "SG"] };
    const to = (text: string, candidates = [council, board]) => {
      const [reference] = findReferences(text);
      return reference && resolveReference(text, reference, candidates, "c")?.bodyId;
    };
    expect(to("Styringsgruppen ble i møte 08.12.2016, sak 39e/2016, orientert")).toBe("b");
    expect(to("I styringsgruppens møte 16.6. 2016, sak 39/2016")).toBe("b");
    expect(to("Styringsgruppen møttes. Det vises til sak 39/2016")).toBe("c");
    expect(to("Det vises til sak 39/2016", [board])).toBe("b");
    expect(to("Det vises til sak 40/2016")).toBeUndefined();
  });

  it("become links in what is read, but not in links and code", () => {
    const blocks = readMarkdown("Jf. **sak 1/2017** og sak 2/2017, [sak 1/2017](https://a.example), `sak 1/2017`.");
    const linked = linkReferences(blocks, (_, { number }) => (number === 1 ? "/sak" : undefined));
    expect(JSON.stringify(linked).match(/"href":"\/sak"/g)).toHaveLength(1);
    expect(JSON.stringify(linked)).toContain('"href":"https://a.example"');
  });
});
