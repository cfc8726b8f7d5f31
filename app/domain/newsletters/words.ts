/** A text in those languages somebody has written it in. */
export type Words = { nb?: string; nn?: string; en?: string };

export type Language = keyof Words;

/** Where a text is missing in a reader's language: the nearer of the others first. */
const nearest: Record<Language, readonly Language[]> = {
  nb: ["nb", "nn", "en"],
  nn: ["nn", "nb", "en"],
  en: ["en", "nb", "nn"],
};

/** The text in a language, else in the nearest one it is written in; the empty text where there is none. */
export function wordsIn(words: Words, language: Language): string {
  return nearest[language].map((each) => words[each]?.trim() ?? "").find((text) => text !== "") ?? "";
}
