import { kept } from "../shared/kept";

/** What makes two wordings of an audience the same one: case and white space do not. */
export function audienceKey(words: string): string {
  return words.trim().replace(/\s+/g, " ").toLowerCase();
}

/**
 * The audiences a cell names, in order, once each: split at commas, semicolons, plus signs and a slash with air around
 * it, but not within brackets, and at lines that begin a new word ("- ", "• " or a capital letter).
 */
export const audiencesIn = kept(1_000, (cell: string): readonly { key: string; words: string }[] => {
  const parts = cell
    .replace(/\n(?!\s*(?:[-•–]\s|\p{Lu}))/gu, " ")
    .split(/[,;+\n](?![^(]*\))|\s\/\s/)
    .map((part) =>
      part
        .replace(/^\s*[-•–]\s+/, "")
        .replace(/[.]\s*$/, "")
        .trim()
        .replace(/\s+/g, " "),
    )
    .filter((part) => /\p{L}/u.test(part));
  const found = new Map<string, string>();
  for (const words of parts) if (!found.has(audienceKey(words))) found.set(audienceKey(words), words);
  return [...found].map(([key, words]) => ({ key, words }));
});

/** What somebody has said words mean; null for an audience: they stay words. */
export type BoundAudience = { audienceId: string | null; name: string | null };

/** The audiences of a cell, each with what it has been bound to; null when nobody has said. */
export function readAudiences(
  cell: string,
  bound: ReadonlyMap<string, BoundAudience>,
): { key: string; words: string; bound: BoundAudience | null }[] {
  return audiencesIn(cell).map(({ key, words }) => ({ key, words, bound: bound.get(key) ?? null }));
}
