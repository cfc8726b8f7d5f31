/** One line of the document, parted at its tabs; a quoted cell may span several source lines. `line` counts from 1. */
export type DocumentLine = { line: number; cells: string[] };

/**
 * The lines of a plain text and their raw cells. Line ends may be LF, CRLF or CR. A cell that Excel quoted because it
 * holds a line break is one cell; a quotation mark that closes nowhere is a character as any other. Linear time.
 */
export function splitLines(text: string): DocumentLine[] {
  const source = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .normalize("NFC");
  const closing = closingQuotes(source);
  const nextTab = forward((at) => indexOrEnd(source, "\t", at));
  const nextBreak = forward((at) => indexOrEnd(source, "\n", at));

  const lines: DocumentLine[] = [];
  let cells: string[] = [];
  let line = 1;
  let startedOn = 1;
  let at = 0;
  while (at <= source.length) {
    const quoted = source[at] === '"' ? quotedEnd(at) : null;
    const end = quoted ?? Math.min(nextTab(at), nextBreak(at));
    const raw = source.slice(at, end);
    cells.push(quoted === null ? raw : raw.slice(1, -1).replaceAll('""', '"'));
    if (quoted !== null) line += countBreaks(raw);
    if (source[end] !== "\t") {
      lines.push({ line: startedOn, cells });
      cells = [];
      startedOn = ++line;
    }
    at = end + 1;
  }
  return lines;

  /** Where the quoted cell that opens here ends, when it spans lines and stands in a line with tabs. */
  function quotedEnd(open: number): number | null {
    const close = closing(open + 1);
    if (close === source.length || close > nextTab(open) || nextBreak(open) > close) return null;
    return cells.length > 0 || source[close + 1] === "\t" ? close + 1 : null;
  }
}

export function isBlank({ cells }: DocumentLine): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** A separator line of dashes under or after a table. */
export function isRule({ cells }: DocumentLine): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return filled.length > 0 && filled.every((cell) => /^:?[-–—=_]{2,}:?$/.test(cell));
}

/** A page number that stands alone on its line. */
export function isPageNumber({ cells }: DocumentLine): boolean {
  return cells.length === 1 && /^(side|page)? ?\d{1,3}( ?(av|of|\/) ?\d{1,3})?$/i.test((cells[0] ?? "").trim());
}

/** Positions of quotation marks that end a cell: an odd run of them before a tab, a line end or the end. */
function closingQuotes(source: string): (from: number) => number {
  const run = /"+/g;
  return forward((from) => {
    run.lastIndex = from;
    for (let match = run.exec(source); match !== null; match = run.exec(source)) {
      const after = source[run.lastIndex];
      if (match[0].length % 2 === 1 && (after === undefined || after === "\t" || after === "\n")) {
        return run.lastIndex - 1;
      }
    }
    return source.length;
  });
}

/** Remembers the last answer, so that a search that only moves forward reads the text once. */
function forward(find: (from: number) => number): (from: number) => number {
  let known = -1;
  return (from) => {
    if (known < from) known = find(from);
    return known;
  };
}

function indexOrEnd(source: string, part: string, from: number): number {
  const found = source.indexOf(part, from);
  return found === -1 ? source.length : found;
}

function countBreaks(raw: string): number {
  return raw.split("\n").length - 1;
}
