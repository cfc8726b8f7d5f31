import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyMark, type Mark, marks } from "~/domain/newsletters/markdown-edit";
import { movedTo } from "~/domain/newsletters/order";

/** What is chosen stands between bars. */
const read = (written: string) => {
  const from = written.indexOf("|");
  const text = written.replaceAll("|", "");
  const to = written.lastIndexOf("|");
  return { text, from, to: to === from ? from : to - 1 };
};
const marked = (written: string, mark: Mark) => {
  const { text, from, to } = applyMark(read(written), mark);
  const [head, words, tail] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  return from === to ? `${head}|${tail}` : `${head}|${words}|${tail}`;
};

describe("the buttons over a text", () => {
  it("put a mark around the words, and take it away again", () => {
    expect(marked("Hugs |fristen| i dag", "bold")).toBe("Hugs **|fristen|** i dag");
    expect(marked("Hugs **|fristen|** i dag", "bold")).toBe("Hugs |fristen| i dag");
    expect(marked("Hugs |**fristen**| i dag", "bold")).toBe("Hugs |fristen| i dag");
    expect(marked("Hugs |", "italic")).toBe("Hugs _|_");
  });

  it("leave the space beside the words outside the mark", () => {
    expect(marked("Hugs| fristen |i dag", "bold")).toBe("Hugs **|fristen|** i dag");
  });

  it("mark whole lines, and take one mark for another", () => {
    expect(marked("ei\nt|o\ntre|", "list")).toBe("ei\n|- to\n- tre|");
    expect(marked("|- ei\n- to|", "numbers")).toBe("|1. ei\n2. to|");
    expect(marked("|1. ei\n\n2. to|", "numbers")).toBe("|ei\n\nto|");
    expect(marked("Om |møtet", "heading")).toBe("## Om |møtet");
    expect(marked("|", "list")).toBe("- |");
  });

  it("leave the address of a link to be written", () => {
    expect(marked("Sjå |opptaket|.", "link")).toBe("Sjå [opptaket](|https://|).");
    expect(marked("Sjå |https://ks.example/opptak|", "link")).toBe("Sjå [|](https://ks.example/opptak)");
  });

  it("lose no word, whatever is chosen", () => {
    const cases = fc
      .tuple(
        fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "*", "_", "#", "-", ">", "1.") }),
        fc.nat(),
        fc.nat(),
      )
      .map(([text, one, other]) => {
        const places = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
        return { text, from: places[0] ?? 0, to: places[1] ?? 0 };
      });
    fc.assert(
      fc.property(cases, fc.constantFrom(...marks), (chosen, mark) => {
        const after = applyMark(chosen, mark);
        const words = (text: string) => text.replaceAll("https://", "").replace(/[^ab]/g, "");
        expect(words(after.text)).toBe(words(chosen.text));
        expect(after.from).toBeGreaterThanOrEqual(0);
        expect(after.to).toBeGreaterThanOrEqual(after.from);
        expect(after.to).toBeLessThanOrEqual(after.text.length);
      }),
    );
  });
});

describe("an order", () => {
  it("has the moved one at its new place and all others as they followed each other", () => {
    expect(movedTo(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(movedTo(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
    expect(movedTo(["a", "b", "c"], 1, 99)).toEqual(["a", "c", "b"]);
    expect(movedTo(["a"], 4, 0)).toEqual(["a"]);
  });
});
