/** What the subject of a mail says that leaves a newsletter: the word, and the token of the link. */
const asked = /^\s*(?:[a-zæøå]{1,4}:\s*)*unsubscribe[\s:]+([\w-]{20,64})\s*$/i;

/**
 * The headers with which a mail program leaves a newsletter by itself (RFC 2369 3.2, RFC 8058; M1).
 *
 * @param url the address that is posted to; it holds the token
 * @param address where mail is read; null leaves the way by mail out
 */
export function listUnsubscribe({
  url,
  address,
  token,
}: {
  url: string;
  address: string | null;
  token: string;
}): Record<string, string> {
  const mail = address === null ? [] : [`<mailto:${address}?subject=unsubscribe%20${token}>`];
  return {
    "List-Unsubscribe": [`<${url}>`, ...mail].join(", "),
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/** The token of a mail that asks to leave, from its subject; null for any other mail. */
export function unsubscribeToken(subject: string): string | null {
  return asked.exec(subject)?.[1] ?? null;
}
