import { createHash } from "node:crypto";

/**
 * The version of something that is written: two are the same when the words are. A form that writes several says each
 * with its own, so that two people who write different ones at once do not stop one another.
 */
export function wordsVersion(...words: string[]): string {
  return createHash("sha256").update(JSON.stringify(words)).digest("base64url").slice(0, 16);
}
