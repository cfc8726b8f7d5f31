import type { Language } from "./words";

/** The languages an issue is written in: one, or those the region offers where each recipient gets her own. */
export function languagesOf(rule: "recipient" | Language, offered: readonly string[]): Language[] {
  if (rule !== "recipient") return [rule];
  const found = (["nn", "nb", "en"] as const).filter((language) => offered.includes(language));
  return found.length > 0 ? found : ["nb"];
}

/** The language a recipient gets an issue in: her own where it is written in that, else the nearest. */
export function languageFor(locale: string, written: readonly Language[]): Language {
  const near: Record<string, readonly Language[]> = {
    nn: ["nn", "nb", "en"],
    nb: ["nb", "nn", "en"],
    en: ["en", "nb", "nn"],
  };
  return (near[locale] ?? near.nb ?? []).find((each) => written.includes(each)) ?? written[0] ?? "nb";
}
