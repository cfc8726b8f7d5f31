/** A line of a document without marks and with single spaces; `line` is where it stands, from 1. Blank is "". */
export type PlainLine = { line: number; text: string };

/**
 * Lines as they stand in a document, without the marks of bold type. A heading in bold that was run together with the
 * next, as adjoining runs of Word are ("**One****A Two**"), is two lines of the same number.
 */
export function plainLines(text: string): PlainLine[] {
  const source = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .normalize("NFC");
  return source.split("\n").flatMap((written, at) =>
    written.split(/\*\*\s*\*\*(?=\S)/).map((part) => ({
      line: at + 1,
      text: part
        .replaceAll("**", " ")
        .replace(/[\s\u200b]+/g, " ")
        .trim(),
    })),
  );
}

const listed = /^(?:[-–•\uf0b7*]\s*|\d{1,2}[.)]\s+)(?=\S)/;

/**
 * Hard-wrapped lines as paragraphs of Markdown. A list keeps its lines; a paragraph that a page cut broke in the middle
 * of a sentence is joined again: one that ends without a full stop, followed by one that begins with a small letter or
 * a figure. `cuts` counts those.
 */
export function joinLines(lines: readonly string[]): { text: string; cuts: number } {
  const blocks: string[][] = [];
  let open = false;
  for (const line of lines) {
    if (line === "") {
      open = false;
      continue;
    }
    const item = listed.exec(line);
    const last = blocks.at(-1);
    if (item) blocks.push([`${/^\d/.test(line) ? item[0].trim() : "-"} ${line.slice(item[0].length)}`]);
    else if (open && last && !endsList(last, line)) last.push(line);
    else blocks.push([line]);
    open = true;
  }
  const texts: string[] = [];
  let cuts = 0;
  for (const block of blocks) {
    const text = block.reduce(joined);
    const before = texts.at(-1);
    if (before !== undefined && isCut(before, text)) {
      texts[texts.length - 1] = joined(before, text);
      cuts++;
    } else texts.push(text);
  }
  return { text: texts.reduce((all, text, at) => all + gap(texts[at - 1] ?? "", text) + text, ""), cuts };
}

/** A short point of a list that a sentence of its own follows, with no blank line between. */
function endsList(block: readonly string[], line: string): boolean {
  return /^- /.test(block[0] ?? "") && block.join(" ").length < 60 && /^\p{Lu}/u.test(line);
}

/** Words that lead on, though they end with a full stop. */
const leadsOn = /(?:^|\s)(?:inkl|ekskl|jf|mht|bl\.\s?a|f\.\s?eks|dvs|ca|nr|pkt)\.$/i;

function isCut(before: string, after: string): boolean {
  if (leadsOn.test(before)) return !listed.test(after);
  return /[\p{L}\p{N},]$/u.test(before) && /^[\p{Ll}\p{N}]/u.test(after) && !/^\d{1,2}[.)] /.test(after);
}

/** Two lines of one sentence; a hyphen at the end of the first stays, since compound words have it. */
function joined(before: string, after: string): string {
  return /\p{L}-$/u.test(before) ? before + after : `${before} ${after}`;
}

function gap(before: string, after: string): string {
  if (before === "") return "";
  const list = (text: string) => /^(?:- |\d{1,2}[.)] )/.test(text);
  return list(before) && list(after) ? "\n" : "\n\n";
}
