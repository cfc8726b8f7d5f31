/** Words as a part of a file's name: small letters of ASCII and figures, with hyphens between. */
export function fileWords(words: string): string {
  const plain = words.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a");
  return plain
    .normalize("NFKD")
    .replace(/[^a-z0-9\s-]+/g, "")
    .trim()
    .replace(/[^a-z0-9]+/g, "-");
}
