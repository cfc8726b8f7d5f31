import type { Token } from "./issue-content";

/** A word between two pairs of braces. What stands in braces any other way is text. */
const written = /\{\{\s*([^{}\s][^{}]{0,60}?)\s*\}\}/g;

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

type Mail = { subject: string; html: string; text: string };

/**
 * A mail filled in for one recipient: her words in the HTML are words there too, whatever they hold. Refused, naming
 * whom and which, while a token is left unfilled.
 */
export function fillMail(
  mail: Mail,
  values: TokenValues,
  recipient: string,
): { ok: true; mail: Mail } | { ok: false; recipient: string; token: string } {
  const inHtml = Object.fromEntries(Object.entries(values).map(([token, value]) => [token, escaped(value)]));
  const subject = fillTokens(mail.subject, values);
  const html = fillTokens(mail.html, inHtml);
  const text = fillTokens(mail.text, values);
  if (!subject.ok) return { ok: false, recipient, token: subject.token };
  if (!html.ok) return { ok: false, recipient, token: html.token };
  if (!text.ok) return { ok: false, recipient, token: text.token };
  return { ok: true, mail: { subject: subject.text, html: html.text, text: text.text } };
}

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (value: string) => value.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
