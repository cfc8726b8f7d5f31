import type { Token } from "./issue-content";

/** What stands between two pairs of braces, whatever it is: a name misspelt is one that nobody knows. */
const written = /\{\{([^{}\n]{1,60})\}\}/g;

export type TokenValues = Readonly<Partial<Record<Token, string>>>;

/**
 * A text with its tokens filled in, in one pass: what is filled in is never read for tokens itself. A token that has no
 * value, or an empty one, or that nobody knows, is named, and nothing is filled.
 */
export function fillTokens(
  text: string,
  values: TokenValues,
): { ok: true; text: string } | { ok: false; token: string } {
  const known = new Map(Object.entries(values).filter(([, value]) => value !== ""));
  const missing = tokensIn(text).find((token) => !known.has(token));
  if (missing !== undefined) return { ok: false, token: missing };
  return { ok: true, text: text.replace(written, (_, token: string) => known.get(token) ?? "") };
}

/** The tokens a text has, in its order, each as often as it stands there. */
export function tokensIn(text: string): string[] {
  return [...text.matchAll(written)].map(([, token]) => token ?? "");
}
