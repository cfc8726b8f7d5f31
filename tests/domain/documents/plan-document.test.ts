import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DocumentPart,
  fileNameOf,
  headingOf,
  isRightToLeft,
  numberParts,
  paragraphOf,
  printable,
  type RawPart,
  rowOf,
} from "~/domain/documents/plan-document";
import { readMarkdown } from "~/domain/shared/markdown";

const text = (words: string): RawPart => ({ heading: "Del", blocks: readMarkdown(words) });
/** The level and number of each heading in a part. */
const headings = (part?: DocumentPart) =>
  (part?.blocks ?? []).flatMap((block) => (block.type === "subheading" ? [`${block.level} ${block.number}`] : []));

describe("the parts of a document", () => {
  it("are numbered, and what holds nothing is left out", () => {
    const parts = numberParts([
      { heading: "Tom", blocks: [] },
      { heading: "Ein", blocks: [paragraphOf("x")] },
      { heading: "To", wide: true, blocks: [headingOf("Under"), paragraphOf("y"), headingOf("Meir")] },
    ]);
    expect(parts.map(({ number, heading, id }) => [number, heading, id])).toEqual([
      ["1", "Ein", "part-1"],
      ["2", "To", "part-2"],
    ]);
    expect(headings(parts[1])).toEqual(["2 2.1", "2 2.2"]);
  });

  it("have headings without a gap, whatever level their text begins with", () => {
    expect(headings(numberParts([text("### A\n\n###### B\n\n# C\n\n###### D")])[0])).toEqual([
      ...["2 1.1", "3 ", "2 1.2", "3 "],
    ]);
    expect(headings(numberParts([text("#### A\n\n##### B")])[0])).toEqual(["2 1.1", "3 "]);
  });

  it("have no heading inside a list or a quotation", () => {
    const [part] = numberParts([text("> # Sitat\n\n- ## Punkt")]);
    expect(JSON.stringify(part?.blocks)).not.toContain('"heading"');
    expect(JSON.stringify(part?.blocks)).toContain("Sitat");
  });

  it("begin on a page of their own when they are wide, or first and long", () => {
    const parts = numberParts([
      { heading: "Kort", short: true, blocks: [paragraphOf("x")] },
      { heading: "Lang", blocks: [paragraphOf("x")] },
      { heading: "Brei", wide: true, blocks: [paragraphOf("x")] },
    ]);
    expect(parts.map(({ newPage }) => newPage)).toEqual([false, false, true]);
    const long = { heading: "Lang", blocks: [paragraphOf("x")] };
    expect(numberParts([long, long]).map(({ newPage }) => newPage)).toEqual([true, false]);
  });

  it("stand under the title when they are alone", () => {
    const [part] = numberParts([{ heading: "Brei", wide: true, blocks: [paragraphOf("x")] }]);
    expect(part).toMatchObject({ wide: true, newPage: false });
  });
});

describe("a row of a table", () => {
  it("stands on one page, unless it would leave half of one empty", () => {
    expect(rowOf(["kort", { items: ["a", "b"] }]).whole).toBe(true);
    expect(rowOf(["kort", { items: Array.from({ length: 40 }, () => "eit langt punkt om noko") }]).whole).toBe(false);
  });
});

describe("what is printed", () => {
  it("has no character that XML forbids, and every other one", () => {
    expect(printable({ a: ["x\u0000\u0008y\u001f", "\t\n"], b: null, c: 3 })).toEqual({
      a: ["xy", "\t\n"],
      b: null,
      c: 3,
    });
    expect(printable("👩‍⚕️ Čáhppesluokta مرحبا \ufffe")).toBe("👩‍⚕️ Čáhppesluokta مرحبا ");
    expect(printable("a\ud800b")).toBe("a\ufffdb");
  });

  it("is well-formed whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const shown = printable(words);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown).not.toMatch(/[^\P{Cc}\t\n\u007f-\u009f]|[\ufffe\uffff]/u);
        expect(printable(shown)).toBe(shown);
      }),
    );
  });

  it("knows what runs from right to left by its first letter", () => {
    expect(["مرحبا", "  – שלום abc"].map(isRightToLeft)).toEqual([true, true]);
    expect(["Møte مرحبا", "", "123"].map(isRightToLeft)).toEqual([false, false, false]);
  });
});

describe("the name of the file", () => {
  it("is of letters that every system can hold", () => {
    expect(fileNameOf("kommunikasjonsplan", "vestland", "2021")).toBe("kommunikasjonsplan-vestland-2021.docx");
    expect(fileNameOf('../Plan "x"', "Møre & Åndal", "2021-08-01--2022-06-30")).toBe(
      "plan-x-more-andal-2021-08-01-2022-06-30.docx",
    );
    expect(fileNameOf("…")).toBe("plan.docx");
  });
});
