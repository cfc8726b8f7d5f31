/** What the subject of a mail says that leaves a newsletter: the word, and the token of the link. */
const asked = /^\s*(?:[a-zæøå]{1,4}:\s*){0,3}unsubscribe[\s:]+([\w-]{20,64})\s*$/i;

/** The token of a mail that asks to leave a newsletter (RFC 2369 3.2), from its subject; null for any other mail. */
export function unsubscribeToken(subject: string): string | null {
  return asked.exec(subject)?.[1] ?? null;
}
