import { isAddress, readNumber, tidyCell, unguardCell } from "./sheet-cells";

export const sheetColumns = [
  "number",
  "municipality",
  "name",
  "email",
  "population",
  "year",
  "standard",
  "areas",
  "circles",
] as const;
export type SheetColumn = (typeof sheetColumns)[number];
export type SheetKind = "contact_persons" | "municipalities";

/** A row by column; `line` is its place in the sheet, from 1. */
export type SheetRow = { line: number; cells: Partial<Record<SheetColumn, string>> };

export type Sheet = {
  kind: SheetKind;
  columns: SheetColumn[];
  /** Heads of columns that are not used. */
  unknown: string[];
  /** There was no row of heads, and what the columns hold was beyond doubt. */
  guessed: boolean;
  rows: SheetRow[];
};

export type SheetResult =
  | { ok: true; sheet: Sheet }
  | { ok: false; reason: "empty" }
  /** No row of heads, and the columns leave room for doubt. `found`: the first row. */
  | { ok: false; reason: "no-heads"; found: string[] }
  | { ok: false; reason: "missing"; kind: SheetKind; missing: SheetColumn[]; found: string[] }
  | { ok: false; reason: "doubled"; column: SheetColumn; found: string[] };

/** Heads as they are written in bokmål, nynorsk and English, without signs and spaces. */
const heads: Record<SheetColumn, string> = {
  number: "kommunenummer kommunenr kommnr knr nummer nr number municipalitynumber municipalityno kommunenrnummer",
  municipality:
    "kommune kommunen kommunar kommuner kommunenamn kommunenavn namnpåkommune navnpåkommune municipality municipalityname",
  name: "namn navn name kontaktperson kontakt kontaktpersonen contactperson contact fulltnamn fulltnavn fullname namnpåkontaktperson navnpåkontaktperson",
  email: "epost epostadresse epostadressa email emailaddress mail mailadresse adresse address",
  population:
    "folketal folketall folkemengd folkemengde innbyggjarar innbyggarar innbyggere innbyggjartal innbyggertall population inhabitants",
  year: "år årstal årstall folketalår folketallår year populationyear",
  standard: "målform språkvedtak målvedtak skriftspråk språk språkform writtenstandard language",
  areas: "område områder områda delområde delområder delområda area areas subarea subareas",
  circles: "krins krinsar krets kretser circle circles",
};

const byHead = new Map(
  sheetColumns.flatMap((column) => heads[column].split(" ").map((head): [string, SheetColumn] => [head, column])),
);

/** How far down a row of heads is looked for: over it may stand a title. */
const headRows = 10;

function columnOf(head: string): { column: SheetColumn; year: string } | null {
  const key = head.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const exact = byHead.get(key);
  if (exact) return { column: exact, year: "" };
  // "Folketal 2025", "Innbyggjarar per 1.1.2025"
  const [, words, year] = /^(\p{L}+?)(?:per|pr)?(?:0?10?1)?((?:19|20)\d\d)$/u.exec(key) ?? [];
  const dated = words ? byHead.get(words) : undefined;
  return dated === "population" && year ? { column: dated, year } : null;
}

/**
 * Reads the rows of a sheet by their heads, in any order and in any of the three languages. What the sheet holds
 * follows from its columns: with an address it names contact persons, else it tells facts about municipalities.
 * Without heads the columns are guessed when they can only be one thing; `isMunicipality` knows the names.
 */
export function readSheet(raw: readonly (readonly string[])[], isMunicipality: (text: string) => boolean): SheetResult {
  const table = raw.map((row, at) => ({ line: at + 1, cells: row.map((cell) => unguardCell(cell)) }));
  const filled = table.filter(({ cells }) => cells.some((cell) => tidyCell(cell) !== ""));
  const [first] = filled;
  if (!first) return { ok: false, reason: "empty" };
  const head = filled
    .slice(0, headRows)
    .find(({ cells }) => new Set(cells.flatMap((cell) => columnOf(cell)?.column ?? [])).size >= 2);
  if (!head) return guess(filled, isMunicipality);

  const found = head.cells.map(tidyCell);
  const known = found.map((cell) => columnOf(cell));
  const doubled = known.find((one, at) => one && known.findIndex((other) => other?.column === one.column) !== at);
  const shown = found.filter((cell) => cell !== "");
  if (doubled) return { ok: false, reason: "doubled", column: doubled.column, found: shown };
  const columns = known.flatMap((one) => one?.column ?? []);
  const kind = kindOf(columns);
  const missing = missingOf(kind, columns);
  if (missing.length > 0) return { ok: false, reason: "missing", kind, missing, found: shown };
  const used = columnsOf(kind);
  const headYear = known.find((one) => one?.year)?.year;
  const rows = filled
    .filter(({ line }) => line > head.line)
    .map(({ line, cells }): SheetRow => {
      const row = pick(
        known.map((one) => one?.column ?? null),
        cells,
        used,
      );
      if (headYear && !row.year && row.population) row.year = headYear;
      return { line, cells: row };
    })
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ""));
  if (rows.length === 0) return { ok: false, reason: "empty" };
  const unknown = found.filter((cell, at) => cell !== "" && !used.includes(known[at]?.column as SheetColumn));
  return {
    ok: true,
    sheet: { kind, columns: columns.filter((column) => used.includes(column)), unknown, guessed: false, rows },
  };
}

function columnsOf(kind: SheetKind): SheetColumn[] {
  return kind === "contact_persons"
    ? ["number", "municipality", "name", "email"]
    : ["number", "municipality", "population", "year", "standard", "areas", "circles"];
}

function kindOf(columns: SheetColumn[]): SheetKind {
  const facts = ["population", "standard", "areas", "circles"] as const;
  if (columns.includes("email")) return "contact_persons";
  return facts.some((column) => columns.includes(column)) ? "municipalities" : "contact_persons";
}

function missingOf(kind: SheetKind, columns: SheetColumn[]): SheetColumn[] {
  const where: SheetColumn[] = columns.includes("number") || columns.includes("municipality") ? [] : ["municipality"];
  if (kind === "municipalities") return where;
  return [...where, ...(["name", "email"] as const).filter((column) => !columns.includes(column))];
}

function pick(columns: (SheetColumn | null)[], cells: readonly string[], used: readonly SheetColumn[]) {
  const row: SheetRow["cells"] = {};
  for (const [at, column] of columns.entries()) {
    if (!column || !used.includes(column)) continue;
    const text = cells[at] ?? "";
    row[column] =
      column === "areas" || column === "circles"
        ? text.split("\n").map(tidyCell).filter(Boolean).join("; ")
        : tidyCell(text);
  }
  return row;
}

/** Only contact persons are guessed: one column of addresses, one of municipalities, and one left for the names. */
function guess(filled: { line: number; cells: string[] }[], isMunicipality: (text: string) => boolean): SheetResult {
  const width = Math.max(...filled.map(({ cells }) => cells.length));
  const columns: (SheetColumn | null)[] = [];
  for (let at = 0; at < width; at += 1) {
    const texts = filled.map(({ cells }) => tidyCell(cells[at] ?? "")).filter((text) => text !== "");
    const all = (fits: (text: string) => boolean) => texts.length > 0 && texts.every(fits);
    if (texts.length === 0) columns.push(null);
    else if (all(isAddress)) columns.push("email");
    else if (all((text) => readNumber(text) !== null)) columns.push("number");
    else if (all(isMunicipality)) columns.push("municipality");
    else columns.push("name");
  }
  const present = columns.filter((column) => column !== null);
  const once = present.every((column, at) => present.indexOf(column) === at);
  if (!once || missingOf("contact_persons", present).length > 0 || !present.includes("email")) {
    return { ok: false, reason: "no-heads", found: (filled[0]?.cells ?? []).map(tidyCell).filter(Boolean) };
  }
  const used = columnsOf("contact_persons");
  const rows = filled.map(({ line, cells }) => ({ line, cells: pick(columns, cells, used) }));
  return { ok: true, sheet: { kind: "contact_persons", columns: present, unknown: [], guessed: true, rows } };
}
