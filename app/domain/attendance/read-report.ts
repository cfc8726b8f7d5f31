import { splitRows } from "./report-rows";
import { columnOf, type ReportColumn, readMinutes, saysNo, saysYes } from "./report-words";

/** One participant of a report. */
export type ReportRow = {
  name: string;
  /** In lower case; null where the report has none. */
  email: string | null;
  /** How long she was there, all her times together; null where the report does not say. Whole minutes. */
  minutes: number | null;
};

export type ReadReport =
  | { ok: true; rows: ReportRow[] }
  | { ok: false; reason: "empty" | "no-report" | "nobody" | "too-long" };

/** What a report may be at most: characters, and lines. */
export const reportLimits = { characters: 900_000, lines: 5_000 } as const;

type Columns = Partial<Record<ReportColumn, number>>;
type Seen = { name: string; email: string | null; minutes: number | null };

/**
 * Reads a participants report of Teams or Zoom: text with tabs, commas or semicolons, where heads with a name and
 * something of the meeting begin a section, and what stands between is passed over. Someone with several rows in a
 * section was there for all of them together; of two sections that tell of her, the longer counts.
 */
export function readReport(text: string): ReadReport {
  const plain = text.replace(/^\ufeff/, "");
  if (plain.trim() === "") return { ok: false, reason: "empty" };
  if (plain.length > reportLimits.characters) return { ok: false, reason: "too-long" };
  const rows = splitRows(plain);
  if (rows.length > reportLimits.lines) return { ok: false, reason: "too-long" };
  const people = new Map<string, Seen>();
  let columns: Columns | null = null;
  let section = new Map<string, Seen>();
  let found = false;
  const close = () => {
    for (const [key, one] of section) people.set(key, longer(people.get(key), one));
    section = new Map();
  };
  for (const row of rows) {
    const heads = headsOf(row);
    if (heads) {
      close();
      columns = heads;
      found = true;
    } else if (row.every((cell) => cell.trim() === "")) {
      close();
      columns = null;
    } else if (columns) {
      const one = readRow(row, columns);
      if (one) section.set(keyOf(one), together(section.get(keyOf(one)), one));
    }
  }
  close();
  if (!found) return { ok: false, reason: "no-report" };
  const read = joined([...people.values()]);
  return read.length === 0 ? { ok: false, reason: "nobody" } : { ok: true, rows: read };
}

/** The columns of a row of heads: a name, and something of a meeting beside it. */
function headsOf(row: string[]): Columns | null {
  const columns: Columns = {};
  for (const [at, head] of row.entries()) {
    const column = columnOf(head);
    if (column && columns[column] === undefined) columns[column] = at;
  }
  const { name, minutes, joined, email } = columns;
  const ofMeeting = minutes !== undefined || joined !== undefined;
  return name !== undefined && (ofMeeting || email !== undefined) ? columns : null;
}

function readRow(row: string[], columns: Columns): Seen | null {
  const cell = (column: ReportColumn) => tidy(columns[column] === undefined ? "" : (row[columns[column]] ?? ""));
  if (saysYes(cell("lobby")) || saysNo(cell("attended"))) return null;
  const email = [cell("email"), cell("account")].map((one) => one.toLowerCase()).find(isAddress) ?? null;
  const name = cell("name").slice(0, 200);
  if (name === "" && email === null) return null;
  const minutes = columns.minutes === undefined ? null : readMinutes(cell("minutes"));
  return { name: name || (email ?? ""), email, minutes };
}

/** One line of text without what cannot be seen; what a spreadsheet guarded with an apostrophe stands as it was. */
const tidy = (cell: string) =>
  cell
    .normalize("NFC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");

const isAddress = (text: string) => text.length <= 254 && /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/.test(text);
const nameOf = ({ name }: Seen) => name.toLowerCase();
const keyOf = (one: Seen) => one.email ?? `name:${nameOf(one)}`;

const together = (a: Seen | undefined, b: Seen): Seen =>
  a ? { ...a, minutes: a.minutes === null && b.minutes === null ? null : (a.minutes ?? 0) + (b.minutes ?? 0) } : b;
const longer = (a: Seen | undefined, b: Seen): Seen => (a && (a.minutes ?? -1) >= (b.minutes ?? -1) ? a : b);

/** Someone who stands with her address in one section and without it in another is one, where only one has the name. */
function joined(people: Seen[]): ReportRow[] {
  const named = new Map<string, Seen[]>();
  for (const one of people) named.set(nameOf(one), [...(named.get(nameOf(one)) ?? []), one]);
  return people.flatMap((one) => {
    const same = named.get(nameOf(one)) ?? [];
    const addressed = same.filter(({ email }) => email !== null);
    if (one.email === null && addressed.length === 1) return [];
    const bare = addressed.length === 1 ? same.find(({ email }) => email === null) : undefined;
    const { minutes } = one.email !== null && bare ? longer(one, bare) : one;
    return [{ name: one.name, email: one.email, minutes: minutes === null ? null : Math.floor(minutes + 1e-9) }];
  });
}
