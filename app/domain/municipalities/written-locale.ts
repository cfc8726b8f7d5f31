export type WrittenStandard = "bokmal" | "nynorsk" | "neutral";
export type DefaultStandard = "bokmal" | "nynorsk";

/**
 * The language of mail to a municipality. Its own decision binds the state (språklova §§ 12 and 13); one that is
 * neutral, or whose decision is not known (null), gets the region's default.
 */
export function writtenLocale(standard: WrittenStandard | null, regionDefault: DefaultStandard): "nb" | "nn" {
  const chosen = standard === "bokmal" || standard === "nynorsk" ? standard : regionDefault;
  return chosen === "nynorsk" ? "nn" : "nb";
}
