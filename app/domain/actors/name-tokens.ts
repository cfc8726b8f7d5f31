/** A word of a text: where it stands, and how it is compared. */
export type Token = {
  start: number;
  end: number;
  /** Lower case; "&" is "og". */
  fold: string;
  /** Without a Norwegian ending. */
  stem: string;
  upper: boolean;
  /** What stands between the word before and this one. */
  before: "" | "," | "+";
  /** The bracket it stands in: the number of that bracket's last word; -1 outside. */
  bracket: number;
  /** Whether it is the first word of its bracket. */
  opens: boolean;
};

const word = /&|[\p{L}\p{M}\p{N}]+/gu;
const hardSeparator = /[,/;:|•·\n\r]|\s[-–—]|[-–—]\s/;
const endings = /(?:arane|erane|arene|erene|eret|aren|eren|ane|ene|ar|er|en|et|a|e)$/;

/** A word without its Norwegian ending, when four letters are left: "fylkeskommunen" and "fylkeskommune" are alike. */
export function stemOf(fold: string): string {
  const adjective = /(?:al|el|ig)t$/.test(fold) ? fold.slice(0, -1) : fold;
  const stem = adjective.replace(endings, "");
  return stem.length >= 4 ? stem : fold;
}

/** The words of a text in order. Linear; brackets inside brackets and brackets without their other half are none. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let open: number | null = null;
  let last = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    const gap = text.slice(last, index);
    const at = tokens.length;
    if (open !== null && gap.includes(")")) {
      close(tokens, open);
      open = null;
    }
    if (open === null && gap.lastIndexOf("(") > gap.lastIndexOf(")")) open = at;
    const fold = found === "&" ? "og" : found.toLowerCase();
    const upper = found !== found.toLowerCase();
    tokens.push({
      start: index,
      end: index + found.length,
      fold,
      stem: stemOf(fold),
      upper,
      before: gap.includes("+")
        ? "+"
        : at > 0 && (hardSeparator.test(gap) || endsSentence(tokens, gap, upper))
          ? ","
          : "",
      bracket: -1,
      opens: false,
    });
    last = index + found.length;
  }
  if (open !== null && text.slice(last).includes(")")) close(tokens, open);
  return tokens;
}

function close(tokens: Token[], open: number): void {
  const end = tokens.length - 1;
  if (end < open) return;
  for (let at = open; at <= end; at += 1) (tokens[at] as Token).bracket = end;
  (tokens[open] as Token).opens = true;
}

/** A dot ends a sentence after a whole word and before a capital: not in "St. Olav" or "samarb.part". */
function endsSentence(tokens: readonly Token[], gap: string, upper: boolean): boolean {
  const before = tokens.at(-1);
  return upper && /\.\s/.test(gap) && before !== undefined && before.fold.length >= 4;
}

/** What is between two words that follow each other, as a symbol of a path; "" when nothing is. */
export function betweenSymbol(token: Token): string {
  return token.before + (token.opens ? "(" : "");
}
