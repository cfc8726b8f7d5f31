import type { Token, Word } from "./words";

export type Tokens = readonly Token[];
type Role = Word["is"];
/** What was found, and the index of the token after it. */
export type Found<T> = { value: T; next: number } | undefined;

export const wordAt = (tokens: Tokens, at: number) => {
  const token = tokens[at];
  return token?.is === "word" ? token.word : undefined;
};
export const has = (tokens: Tokens, at: number, ...roles: Role[]) => {
  const word = wordAt(tokens, at);
  return word !== undefined && roles.includes(word.is);
};
export const signAt = (tokens: Tokens, at: number) => {
  const token = tokens[at];
  return token?.is === "sign" ? token.sign : undefined;
};
export const afterDot = (tokens: Tokens, at: number) => (signAt(tokens, at) === "." ? at + 1 : at);
export const touches = (tokens: Tokens, at: number) => tokens[at]?.start === tokens[at - 1]?.end;

/** How what comes is tied to what was before it. */
export type Join = "none" | "list" | "slash" | "range";

export function joinAt(tokens: Tokens, at: number): Join | undefined {
  if (has(tokens, at, "and")) return "list";
  if (has(tokens, at, "to")) return "range";
  const sign = signAt(tokens, at);
  if (sign === "-") return "range";
  if (sign === "/") return "slash";
  return sign === "+" || sign === "," || sign === "&" ? "list" : undefined;
}

/** The index after `i løpet av`, or `at` itself. */
export const afterDuring = (tokens: Tokens, at: number) =>
  has(tokens, at, "in") && has(tokens, at + 1, "course") && has(tokens, at + 2, "of") ? at + 3 : at;
