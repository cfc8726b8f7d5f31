import { diffLines } from "~/domain/shared/line-diff";

/** A text as it is, in pieces: those that the text it was made from does not have are `added`. */
export function addedWords(before: string, after: string): { text: string; added: boolean }[] {
  const words = (text: string) => text.replaceAll("\n", "\u2028").replaceAll(/(?<=\s)(?=\S)/g, "\n");
  if (before.trim() === "" || after === "") return [{ text: after, added: false }];
  const pieces: { text: string; added: boolean }[] = [];
  // A word that was last in the text before has no space after it.
  for (const { kind, text } of diffLines(`${words(before.trim())}\n`, `${words(after)}\n`)) {
    if (kind === "removed") continue;
    const last = pieces.at(-1);
    const shown = text.replaceAll("\u2028", "\n");
    if (last && last.added === (kind === "added")) last.text += shown;
    else pieces.push({ text: shown, added: kind === "added" });
  }
  return pieces.filter(({ text }) => text !== "");
}
