import { diffLines } from "~/domain/shared/line-diff";

/** A text as it is, in pieces: those with words that the text it was made from does not have are `added`. */
export function addedWords(before: string, after: string): { text: string; added: boolean }[] {
  if (before.trim() === "" || after.trim() === "") return [{ text: after, added: false }];
  // Each word with the space after it, which is nothing to compare by.
  const words = after.split(/(?<=\s)(?=\S)/);
  const bare = (all: string[]) => all.map((word) => word.trim()).join("\n");
  const pieces: { text: string; added: boolean }[] = [];
  let at = 0;
  for (const { kind } of diffLines(bare(before.trim().split(/\s+/)), bare(words))) {
    if (kind === "removed") continue;
    const text = words[at++] ?? "";
    const last = pieces.at(-1);
    if (last && last.added === (kind === "added")) last.text += text;
    else pieces.push({ text, added: kind === "added" });
  }
  return pieces;
}
