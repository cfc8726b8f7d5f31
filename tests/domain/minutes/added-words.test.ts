import { describe, expect, it } from "vitest";
import { addedWords } from "~/domain/minutes/added-words";

describe("the words a decision has beside its proposal", () => {
  it("are those that were put in, with nothing lost", () => {
    const before = "Gruppa sluttar seg til planen for 2018.";
    const after = "Gruppa sluttar seg til planen for 2018\nmed desse endringane: Kl. 9.";
    const pieces = addedWords(before, after);
    expect(pieces.map(({ text }) => text).join("")).toBe(after);
    expect(pieces.find(({ added }) => !added)?.text).toBe("Gruppa sluttar seg til planen for ");
  });

  it("are none where it says the same, or there was no proposal", () => {
    expect(addedWords("Godkjent.", "Godkjent.")).toEqual([{ text: "Godkjent.", added: false }]);
    expect(addedWords("", "Godkjent.")).toEqual([{ text: "Godkjent.", added: false }]);
  });
});
