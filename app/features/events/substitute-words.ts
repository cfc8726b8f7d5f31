import { m } from "~/i18n/messages/messages";

/** How a region writes that somebody meets for another. */
export type SubstituteWords = "full" | "pva";

/** "X for Y", or "X pva Y" where the region writes so: in lists and in minutes. */
export function meetsFor(x: string, y: string, words: SubstituteWords, locale?: "nb" | "nn" | "en"): string {
  const to = locale ? { locale } : {};
  return words === "pva" ? m.events_meets_pva({ x, y }, to) : m.events_meets_for({ x, y }, to);
}
