import type { ReportRow } from "./read-report";

/** Somebody on the list of an event. */
export type Listed = { ticket: string; name: string; email: string; place: string };

/**
 * Whom a row of a report is: `matched` by the address, or by a whole name that one alone has; `doubtful` where the name
 * is like that of somebody, or of several; else `unknown`.
 */
export type ReportMatch =
  | { kind: "matched"; by: "address" | "name"; ticket: string }
  | { kind: "doubtful"; tickets: string[] }
  | { kind: "unknown" };

/** What Teams and Zoom write after the names of those who come from elsewhere. */
const guest = /\s*[([](gjest|guest|ekstern|external|unverified|ikke bekreftet|ikkje stadfesta)[)\]]/gi;

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const wordsOf = (name: string) => [...new Set(plain(name.replace(guest, "")).split(" "))].filter(Boolean).sort();

/** Each row with whom it is, in the rows' order. */
export function matchReport(rows: readonly ReportRow[], listed: readonly Listed[]): ReportMatch[] {
  const byAddress = new Map(listed.map(({ email, ticket }) => [email.toLowerCase(), ticket]));
  const named = listed.map(({ ticket, name }) => ({ ticket, words: wordsOf(name) }));
  const taken = new Set(rows.flatMap(({ email }) => (email && byAddress.get(email)) || []));
  const free = named.filter(({ ticket }) => !taken.has(ticket));
  const matches = rows.map(({ name, email }): ReportMatch => {
    const ticket = email && byAddress.get(email);
    if (ticket) return { kind: "matched", by: "address", ticket };
    const words = wordsOf(name);
    if (words.length === 0) return { kind: "unknown" };
    const whole = free.filter((one) => one.words.join(" ") === words.join(" "));
    const [only, ...more] = whole;
    if (only && more.length === 0 && words.length > 1) return { kind: "matched", by: "name", ticket: only.ticket };
    const like = whole.length > 0 ? whole : free.filter((one) => isLike(one.words, words));
    return like.length > 0
      ? { kind: "doubtful", tickets: like.slice(0, 10).map((one) => one.ticket) }
      : { kind: "unknown" };
  });
  return withoutTwins(matches);
}

/** Whether two names share two words, or one is the other's only word. */
function isLike(a: string[], b: string[]): boolean {
  const shared = a.filter((word) => b.includes(word)).length;
  return shared >= 2 || (shared === 1 && (a.length === 1 || b.length === 1));
}

/** Two rows with the name of one: a person says which of them she was. */
function withoutTwins(matches: ReportMatch[]): ReportMatch[] {
  const names = matches.flatMap((match) => (match.kind === "matched" && match.by === "name" ? [match.ticket] : []));
  return matches.map((match) =>
    match.kind === "matched" && match.by === "name" && names.filter((one) => one === match.ticket).length > 1
      ? { kind: "doubtful", tickets: [match.ticket] }
      : match,
  );
}
