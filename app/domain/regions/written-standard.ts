/** The language a default written standard is written in. */
export const languageOf = { bokmal: "nb", nynorsk: "nn" } as const;

/** Whether a region that writes in a standard also offers its language. */
export function offersItsStandard(languages: readonly string[], standard: keyof typeof languageOf): boolean {
  return languages.includes(languageOf[standard]);
}
