/** The language a default written standard is written in. */
export const languageOf = { bokmal: "nb", nynorsk: "nn" } as const;

const languages = ["nn", "nb", "en"] as const;

/** The languages a region offers those who read its pages, in the order they are shown. */
export function offeredLanguages(offered: readonly string[]): ("nn" | "nb" | "en")[] {
  return languages.filter((language) => offered.includes(language));
}

/** Whether a region that writes in a standard also offers its language. */
export function offersItsStandard(languages: readonly string[], standard: keyof typeof languageOf): boolean {
  return languages.includes(languageOf[standard]);
}
