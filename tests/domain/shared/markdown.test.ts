import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorTime } from "#tests/support/work";
import { type Block, type Inline, plainText, readMarkdown } from "~/domain/shared/markdown";
import { markdownLimit } from "~/domain/shared/markdown-limit";

const everyWay = process.env.SAMVIRK_TEST_LONG === "1";
const runs = everyWay ? 20_000 : 500;

const text = (words: string): Inline => ({ type: "text", text: words });
const paragraph = (...inlines: (string | Inline)[]): Block => ({
  type: "paragraph",
  inlines: inlines.map((inline) => (typeof inline === "string" ? text(inline) : inline)),
});

/** All inlines of blocks, and how deep the blocks stand in one another. */
function walk(blocks: readonly Block[], depth = 1): { inlines: Inline[]; depth: number } {
  const within = (inlines: readonly Inline[]): Inline[] =>
    inlines.flatMap((inline) => ["inlines" in inline ? within(inline.inlines) : [], inline].flat());
  const parts = blocks.map((block): { inlines: Inline[]; depth: number } => {
    if (block.type === "quote") return walk(block.blocks, depth + 1);
    if (block.type === "list") return walk(block.items.flat(), depth + 1);
    if (block.type === "table") return { inlines: within([block.head, ...block.rows].flat(2)), depth };
    if (block.type === "code") return { inlines: [text(block.text)], depth };
    return { inlines: "inlines" in block ? within(block.inlines) : [], depth };
  });
  return {
    inlines: parts.flatMap(({ inlines }) => inlines),
    depth: Math.max(depth, ...parts.map((part) => part.depth)),
  };
}

const wordsIn = (words: string) => words.match(/\p{L}{2,}/gu) ?? [];

describe("Markdown", () => {
  it("is headings, paragraphs, lists, quotations, tables, code and rules", () => {
    expect(readMarkdown("# Mål\n\nVi skal **nå** *alle*.\nNy line.\n\n> Sitat\n\n---\n\n```\na < b\n```")).toEqual([
      { type: "heading", level: 1, inlines: [text("Mål")] },
      paragraph(
        "Vi skal ",
        { type: "strong", inlines: [text("nå")] },
        " ",
        { type: "em", inlines: [text("alle")] },
        ".",
        { type: "break" },
        "Ny line.",
      ),
      { type: "quote", blocks: [paragraph("Sitat")] },
      { type: "rule" },
      { type: "code", text: "a < b" },
    ]);
    expect(readMarkdown("3. ein\n4. to\n   - inne\n\n| A | B |\n|---|---|\n| `x` | y |")).toEqual([
      {
        ...{ type: "list", ordered: true, start: 3 },
        items: [
          [paragraph("ein")],
          [paragraph("to"), { type: "list", ordered: false, start: 1, items: [[paragraph("inne")]] }],
        ],
      },
      {
        type: "table",
        head: [[text("A")], [text("B")]],
        rows: [[[{ type: "code", text: "x" }], [text("y")]]],
      },
    ]);
  });

  it("shows what is to be ticked as boxes", () => {
    expect(readMarkdown("- [x] gjort\n- [ ] att")).toEqual([
      {
        ...{ type: "list", ordered: false, start: 1 },
        items: [[paragraph("☑ ", "gjort")], [paragraph("☐ ", "att")]],
      },
    ]);
  });

  it("links to the web and to mail alone, and shows the rest as it is written", () => {
    const link = (href: string, words = href): Inline => ({ type: "link", href, inlines: [text(words)] });
    expect(readMarkdown("[Plan](https://plan.example/a) post@plan.example https://plan.example")).toEqual([
      paragraph(
        link("https://plan.example/a", "Plan"),
        " ",
        link("mailto:post@plan.example", "post@plan.example"),
        " ",
        link("https://plan.example"),
      ),
    ]);
    for (const href of ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//other.example", "/r/vestland"])
      expect(readMarkdown(`[her](${href})`), href).toEqual([paragraph(`[her](${href})`)]);
    expect(readMarkdown('[a](https://plan.example "Heile planen")')).toEqual([
      paragraph(link("https://plan.example", "a"), " (Heile planen)"),
    ]);
  });

  it("shows HTML, pictures and what is struck out as text", () => {
    for (const written of [
      "<script>alert(1)</script>",
      '<img src="x" onerror="alert(1)">',
      "Midt <b>i</b> lina",
      "![bilete](https://plan.example/a.png)",
      "~~vekk~~",
      "[merke]: tekst",
    ])
      expect(plainText(readMarkdown(written).flatMap((block) => ("inlines" in block ? block.inlines : [])))).toBe(
        written,
      );
  });

  it("shows a row with more cells than its head as it is written", () => {
    expect(readMarkdown("|a|b|\n|-|-|\n|ein|to|tre|")).toEqual([
      paragraph("|a|b|", { type: "break" }, "|-|-|", { type: "break" }, "|ein|to|tre|"),
    ]);
  });

  it("keeps letters that are read from the right, and emoji", () => {
    expect(readMarkdown("שלום **עולם** 👩‍👩‍👧")).toEqual([
      paragraph("שלום ", { type: "strong", inlines: [text("עולם")] }, " 👩‍👩‍👧"),
    ]);
  });

  it("shows what is longer than its limit as it is written", () => {
    const long = "**a** ".repeat(markdownLimit);
    expect(readMarkdown(long)).toEqual([paragraph(long.trim())]);
  });

  it("goes eight deep, and shows what is deeper as text", () => {
    for (const mark of ["> ", "- ", "1. ", "> - "]) {
      const read = walk(readMarkdown(`${mark.repeat(40)}inst`));
      expect(read.depth, mark).toBeLessThanOrEqual(9);
      expect(plainText(read.inlines), mark).toMatch(/inst$/);
    }
    const steps = Array.from({ length: 100 }, (_, at) => `${"  ".repeat(at)}- steg${at}x`).join("\n");
    expect(walk(readMarkdown(steps)).depth).toBe(9);
    expect(readMarkdown("- - - - - - - - - - -")).toEqual([{ type: "rule" }]);
  });

  const pieces = [
    "*",
    "[",
    "`",
    "> ",
    "- ",
    ">- ",
    "|",
    "|-",
    "#",
    "**a ",
    "*a _b ",
    "[a](",
    "![",
    "``a`",
    "<a ",
    "\\",
  ];
  const more = ["a*", "a\\\n", "    a\n", "1. a\n\n b\n", "|a|b|\n", ">a\nb\n", " ", "\t", "a@b.", "https://", "- a\n"];
  /** Each piece after two of these by turns; in the long tests after all. */
  const starts = ["", "- ", "[", "a", "|a|\n|-|\n", "a|b\n-|-\n"];
  const bombs = [...pieces, ...more].map((piece, turn): [string, string[]] => [
    piece,
    starts.filter((_, nth) => everyWay || nth % 3 === turn % 3),
  ]);
  it.each(bombs)("is read in a moment, with %j over and over", async (piece, mine) => {
    for (const before of mine) {
      const bomb = (before + piece.repeat(markdownLimit)).slice(0, markdownLimit);
      expect(await processorTime(() => readMarkdown(bomb)), before).toBeLessThan(3_000);
    }
  });

  it("makes no table of thousands of columns", () => {
    const wide = `${"|a".repeat(3000)}|\n${"|-".repeat(3000)}|\n${"|\n".repeat(2000)}`;
    expect(JSON.stringify(readMarkdown(wide)).length).toBeLessThan(1_000_000);
  });

  const marks = [
    "*",
    "**",
    "_",
    "[",
    "](",
    ")",
    "`",
    "```",
    "<",
    ">",
    "\n",
    "\n\n",
    " ",
    "    ",
    "- ",
    "1. ",
    "|",
    "|-|\n",
  ];
  const others = [
    "#",
    "\\",
    "&amp;",
    "ord",
    "javascript:x",
    "https://a.example",
    "@",
    "~~",
    "!",
    "[x] ",
    '"',
    "\r\n",
    "שלום",
    "👩",
  ];
  const written = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(fc.constantFrom(...marks, ...others), { maxLength: 60 }).map((parts) => parts.join("")),
  );

  it("never throws, keeps every word and leads nowhere unsafe, whatever is written", () => {
    fc.assert(
      fc.property(written, (source) => {
        const { inlines, depth } = walk(readMarkdown(source));
        const links = inlines.flatMap((inline) => (inline.type === "link" ? [inline.href] : []));
        for (const href of links) expect(href).toMatch(/^(https?:\/\/|mailto:)[^\s<>"]*/i);
        const said = inlines.map((inline) => ("text" in inline ? inline.text : "\n")).join("");
        const all = [said, ...links].join("\n");
        for (const word of wordsIn(source)) expect(all).toContain(word);
        expect(depth).toBeLessThanOrEqual(9);
      }),
      { numRuns: runs },
    );
  });
});
