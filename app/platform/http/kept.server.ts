import { createHash } from "node:crypto";

/** The tag of an answer, made of what it says. Weak, since the answer may be compressed on its way. */
export function weakTag(body: string): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 32)}"`;
}

/** Whether the reader has it, by the weak comparison of RFC 9110 8.8.3.2. */
export function isKnown(has: string | null, tag: string): boolean {
  const opaque = (one: string) => one.trim().replace(/^W\//, "");
  return has !== null && (has.trim() === "*" || has.split(",").some((one) => opaque(one) === opaque(tag)));
}
