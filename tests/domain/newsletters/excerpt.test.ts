import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstOfMarkdown, firstParagraph, longestExcerpt, plainAsMarkdown } from "~/domain/newsletters/excerpt";
import { plainText, readMarkdown } from "~/domain/shared/markdown";

describe("an excerpt", () => {
  it("is the first paragraph, in whole sentences where they fit", () => {
    expect(firstParagraph("Ein setning.\nTo.\n\nNeste avsnitt.")).toBe("Ein setning.\nTo.");
    const long = `${"Dette er ein setning som fyller litt. ".repeat(5)}${"ord ".repeat(100)}`;
    expect(firstParagraph(long)).toBe("Dette er ein setning som fyller litt. ".repeat(5).trim());
    expect(firstParagraph("ord ".repeat(200))).toMatch(/ord …$/);
    expect(firstParagraph("")).toBe("");
  });

  it("of Markdown is what its first paragraph says, past headings and marks", () => {
    expect(firstOfMarkdown("# Tittel\n\nInnlegget viste **korleis** det er.\n\n- ein\n")).toBe(
      "Innlegget viste korleis det er.",
    );
    expect(firstOfMarkdown("# Berre tittel")).toBe("");
  });

  it("is never longer than the longest and a dot, whatever it is of", () => {
    fc.assert(fc.property(fc.string({ maxLength: 2000 }), (text) => firstParagraph(text).length <= longestExcerpt + 2));
  });
});

describe("plain text as Markdown", () => {
  const read = (text: string) =>
    readMarkdown(plainAsMarkdown(text))
      .map((block) => ("inlines" in block ? plainText(block.inlines) : `[${block.type}]`))
      .join("\n\n");

  it.each(["1. mai er fri", "- strek", "# nei", "a*b*c_d_e", "<b>", "[x](https://a.example)", "===", "a | b", "5 > 4"])(
    "says the same: %s",
    (text) => expect(read(text)).toBe(text),
  );
});
