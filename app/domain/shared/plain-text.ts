/** What would turn the order of letters round, so that a name reads as another. */
const turns = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Text as one line: line ends, tabs and other control characters become a space. Safe in a heading of a mail. */
export function oneLine(typed: string): string {
  return typed
    .replace(turns, "")
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
}

/** Text of several lines, each ended in the same way, without other control characters. */
export function plainLines(typed: string): string {
  return typed
    .replace(turns, "")
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, "\n")
    .replace(/(?![\t\n])\p{Cc}/gu, "")
    .trim();
}
