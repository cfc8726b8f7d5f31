import { readCell } from "./cells";
import { type DocumentLine, isBlank } from "./lines";
import type { Period } from "./types";

/** A heading of the document. `level` is the number of its `#`; a bold line stands under them all. */
type Heading = { level: number; text: string };

const BOLD_LEVEL = 7;
const LONGEST_HEADING = 200;

/** The heading a line is: marked with `#`, or wholly bold. Null for any other line. */
export function headingOf({ cells }: DocumentLine): Heading | null {
  const line = (cells[0] ?? "").trim();
  if (cells.length !== 1 || line.length > LONGEST_HEADING) return null;
  const marked = /^(#{1,6})\s+(\S.*)$/.exec(line);
  if (marked) return { level: (marked[1] ?? "").length, text: readCell(marked[2] ?? "").text };
  const bold = /^\*\*([^*]+)\*\*$/.exec(line) ?? /^<b>([^<>]+)<\/b>$/i.exec(line);
  return bold ? { level: BOLD_LEVEL, text: readCell(bold[1] ?? "").text } : null;
}

/** A short line without a full stop, right above a table, is its title also when nothing marks it as a heading. */
export function titleOf(line: DocumentLine): Heading | null {
  const text = readCell((line.cells[0] ?? "").slice(0, LONGEST_HEADING + 1)).text;
  if (line.cells.length !== 1 || isBlank(line) || text.length > 100 || /[.;:,]$/.test(text)) return null;
  return { level: BOLD_LEVEL, text };
}

/**
 * The years a heading names, as whole years: "2021", "2022 - 2023", "2021/22". The year of a date (08.12.2016) does
 * not count.
 */
export function yearsIn(text: string): Period | null {
  const years: number[] = [];
  for (const match of text.matchAll(/(?<![\d.])(20\d\d)(?!\d)(?:\s?[-–—/]\s?(\d\d)(?!\d))?/g)) {
    const year = Number(match[1]);
    years.push(year);
    const last = 2000 + Number(match[2]);
    if (last > year) years.push(last);
  }
  if (years.length === 0) return null;
  return { from: `${Math.min(...years)}-01-01`, to: `${Math.max(...years)}-12-31` };
}

/** The headings a table stands under: its own first, then those above it in rank. */
export function outline(): { add(heading: Heading): void; above(): Heading[] } {
  let open: Heading[] = [];
  return {
    add(heading) {
      open = [...open.filter(({ level }) => level < heading.level), heading];
    },
    above: () => [...open].reverse(),
  };
}

/** The period the document states for itself: the first heading, or short line of its own, that names years. */
export function statedPeriod(lines: DocumentLine[]): Period | null {
  for (const line of lines) {
    const title = headingOf(line) ?? titleOf(line);
    const years = title && yearsIn(title.text);
    if (years) return years;
  }
  return null;
}
