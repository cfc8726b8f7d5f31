import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addedWords } from "~/domain/minutes/added-words";

describe("the words a decision has beside its proposal", () => {
  it("are those that were put in, whatever space stands around them", () => {
    const pieces = addedWords("Gruppa er samd i planen.", "Gruppa er samd i planen.\n\nMøta er kl. 9.");
    expect(pieces).toEqual([
      { text: "Gruppa er samd i planen.\n\n", added: false },
      { text: "Møta er kl. 9.", added: true },
    ]);
  });

  it("are none where it says the same, or there was no proposal", () => {
    expect(addedWords("Godkjent.", "Godkjent.")).toEqual([{ text: "Godkjent.", added: false }]);
    expect(addedWords("", "Godkjent.")).toEqual([{ text: "Godkjent.", added: false }]);
  });

  it("give the whole text back", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(
          addedWords(before, after)
            .map(({ text }) => text)
            .join(""),
        ).toBe(after);
      }),
    );
  });
});
