import { plainText, readMarkdown } from "../shared/markdown";

/** How much of a text an issue begins with. Characters. */
export const longestExcerpt = 320;

/** Plain text as Markdown that reads the same: what would be marks is text. */
export function plainAsMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[<>#|~&]/g, "\\$&")
    .replace(
      /^([ \t]*)([-+]|\d{1,9}[.)])(?=\s)/gm,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .replace(/^([ \t]*)(=+|-+)[ \t]*$/gm, "$1\\$2");
}

/** The first paragraph of plain text, whole sentences where that fits, else cut between words. */
export function firstParagraph(text: string, most = longestExcerpt): string {
  const paragraph =
    text
      .replace(/\r\n?/g, "\n")
      .trim()
      .split(/\n\s*\n/)[0]
      ?.trim() ?? "";
  if (paragraph.length <= most) return paragraph;
  const cut = paragraph.slice(0, most);
  const sentence = /^[\s\S]*[.!?](?=\s)/.exec(cut)?.[0];
  if (sentence && sentence.length > most / 3) return sentence;
  return `${cut.replace(/\s+\S*$/, "")} …`;
}

/** The first paragraph of a text in Markdown, as plain text. */
export function firstOfMarkdown(text: string, most = longestExcerpt): string {
  const paragraph = readMarkdown(text).find((block) => block.type === "paragraph");
  return paragraph?.type === "paragraph" ? firstParagraph(plainText(paragraph.inlines), most) : "";
}
