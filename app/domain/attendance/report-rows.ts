/**
 * The rows of text with separators, quoted as RFC 4180 has it. A quote that is never closed ends with its line, so that
 * one stray character does not swallow the rest.
 */
export function splitRows(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = readCell(text, at, separator);
    row.push(cell);
    if (text[end] === separator) {
      at = end + 1;
      if (at >= text.length) row.push("");
      continue;
    }
    rows.push(row);
    row = [];
    at = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

const isEnd = (character: string | undefined) => character === undefined || character === "\n" || character === "\r";

function readCell(text: string, from: number, separator: string): { cell: string; end: number } {
  if (text[from] === '"') {
    const quoted = readQuoted(text, from + 1, separator);
    if (quoted) return quoted;
  }
  let end = from;
  while (!isEnd(text[end]) && text[end] !== separator) end += 1;
  return { cell: text.slice(from, end), end };
}

/** A quoted cell; null where no quote closes it before a separator or the end of a line. */
function readQuoted(text: string, from: number, separator: string): { cell: string; end: number } | null {
  let cell = "";
  for (let at = from; at < text.length && text[at] !== "\n" && text[at] !== "\r"; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else return isEnd(text[at + 1]) || text[at + 1] === separator ? { cell, end: at + 1 } : null;
  }
  return null;
}

/** The separator most lines have most of. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000);
  const count = (separator: string) => head.split(separator).length;
  if (count("\t") > 1) return "\t";
  return count(";") > count(",") ? ";" : ",";
}
