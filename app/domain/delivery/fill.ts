/** What many messages in one language have in common; `{{name}}` stands for what differs. */
export type Template = { subject: string; html: string; text: string };

/** A text cut at its tokens: the pieces at even places stand as they are, those at odd places are names. */
export type Cut = readonly string[];

const token = /\{\{(\w+)\}\}/;

/** Cuts a text at its tokens. */
export function cut(text: string): Cut {
  return text.split(token);
}

/**
 * The text with its tokens filled in.
 *
 * @param write how a value is written where it stands, such as with what has a meaning in HTML escaped
 * @throws UnfilledError when a token has no value
 */
export function fillCut(pieces: Cut, values: Readonly<Record<string, string>>, write = (value: string) => value) {
  return pieces.map((piece, place) => (place % 2 === 0 ? piece : write(valueFor(piece, values)))).join("");
}

/** A token that nothing was given for. */
export class UnfilledError extends Error {
  readonly token: string;
  constructor(token: string) {
    super(`nothing to fill in for ${token}`);
    this.token = token;
  }
}

/** @throws UnfilledError when nothing, or nothing but space, was given */
export function valueFor(name: string, values: Readonly<Record<string, string>>): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (!value?.trim()) throw new UnfilledError(name);
  return value;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

/** A text as it stands in HTML, between tags and in an attribute in quotes. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
