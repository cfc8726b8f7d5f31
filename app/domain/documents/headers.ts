import { readCell } from "./cells";
import type { Problem, TableKind } from "./types";

/** Spellings of a header cell, letters only and lower case; `parts` are words that may stand alone or parted by "/". */
type Spellings = { whole?: string[]; parts?: string[] };

const COLUMNS: Record<TableKind, Record<string, Spellings>> = {
  actors: {
    name: {
      whole: ["organisasjoneininggruppe", "organisasjonenhetgruppe"],
      parts: ["organisasjon", "organisasjonar", "eining", "enhet", "gruppe", "aktør"],
    },
    role: { whole: ["rolle", "roller"] },
    responsibility: { whole: ["ansvar", "ansvarsområde"] },
    tasks: { whole: ["oppgaver", "oppgåver", "arbeidsoppgaver"] },
  },
  "communications-plan": {
    channel: { whole: ["kommunikasjonsform", "kommunikasjonsformer", "formforkommunikasjon"] },
    goal: { whole: ["målmedkommunikasjonen", "målmedkommunikasjon", "målforkommunikasjonen", "mål"] },
    theme: { whole: ["tema", "temaer", "temaet"] },
    timing: { whole: ["når"] },
    responsible: { whole: ["ansvar", "ansvarlig", "ansvarleg", "ansvarlige", "ansvarlege"] },
    audience: { whole: ["målgruppe", "målgruppa", "målgrupper"] },
  },
  networks: {
    name: { whole: ["namnpånettverk", "navnpånettverk", "nettverk", "namnpånettverket", "navnpånettverket"] },
    operators: { whole: ["driftesav", "driftastav", "drivesav", "drivastav", "blirdriveav", "vertdriveav", "drivaav"] },
    status: {
      whole: ["status", "eksisterendevidereutviklingnyetablering", "eksisterandevidareutviklingnyetablering"],
      parts: ["eksisterende", "eksisterande", "videreutvikling", "vidareutvikling", "nyetablering", "nyetablert"],
    },
    audience: { whole: ["målgruppe", "målgruppa", "målgrupper"] },
    theme: {
      whole: [
        "hvaoghvordantematiseresreformen",
        "hvaoghvordantematiseresreforma",
        "kvaogkorleistematiserastreforma",
        "kvaogkorleisvertreformatematisert",
        "kvaogkorleisblirreformatematisert",
        "hvordantematiseresreformen",
        "korleisvertreformatematisert",
        "korleisblirreformatematisert",
      ],
    },
    form: { whole: ["arbeidsformogregelmessighet", "arbeidsformogregelmessigheit", "arbeidsformogregelmessig"] },
    benefit: {
      whole: [
        "forventetutbytteforkommune",
        "forventetutbytteforkommunene",
        "forventautbytteforkommunane",
        "forventautbyteforkommunen",
      ],
    },
  },
};

/** The first column names the row: a line without it continues the row above. */
export const KEY_COLUMN: Record<TableKind, string> = {
  actors: "name",
  "communications-plan": "channel",
  networks: "name",
};

/** Columns that nearly every row fills with something short. A continuing line that fills one may be a row itself. */
export const ROW_COLUMNS: Record<TableKind, string[]> = {
  actors: ["name", "role"],
  "communications-plan": ["channel", "timing"],
  networks: ["name", "theme"],
};

const KINDS = Object.keys(COLUMNS) as TableKind[];
const MOST_CELLS = 40;
const MOST_LETTERS = 80;

/** `columns` has our name of each cell of the header line, null where the header cell is blank. */
export type Header = { kind: TableKind; columns: (string | null)[]; faults: HeaderFault[] };
type HeaderFault = Pick<Problem, "code" | "cell" | "params">;

export function columnsOf(kind: TableKind): string[] {
  return Object.keys(COLUMNS[kind]);
}

/**
 * Tells whether a line is the header of a known table, in any order of columns, bokmål or nynorsk, small spelling
 * differences allowed. A line with most columns of a kind is a header too, with its faults. Null for anything else.
 */
export function headerReader(): (cells: string[]) => Header | null {
  const known = new Map<string, Partial<Record<TableKind, string>>>();
  const recognise = (cell: string) => {
    const found = known.get(cell) ?? recogniseCell(cell);
    known.set(cell, found);
    return found;
  };
  return (cells) => {
    if (cells.length < 3 || cells.length > MOST_CELLS) return null;
    const recognised = cells.map(recognise);
    let best: { kind: TableKind; share: number } | null = null;
    for (const kind of KINDS) {
      const share = new Set(recognised.flatMap((cell) => cell[kind] ?? [])).size / columnsOf(kind).length;
      if (share > 0.5 && share > (best?.share ?? 0)) best = { kind, share };
    }
    if (best === null) return null;
    const { kind } = best;
    const columns = recognised.map((cell) => cell[kind] ?? null);
    return { kind, columns, faults: faultsOf(kind, columns, cells) };
  };
}

function faultsOf(kind: TableKind, columns: (string | null)[], cells: string[]): HeaderFault[] {
  const faults: HeaderFault[] = [];
  for (const column of columnsOf(kind)) {
    if (!columns.includes(column)) faults.push({ code: "column_missing", cell: null, params: { column } });
  }
  columns.forEach((column, at) => {
    const header = readCell(cells[at] ?? "").text;
    if (column === null && header !== "") {
      faults.push({ code: "column_unknown", cell: at + 1, params: { header } });
    } else if (column !== null && columns.indexOf(column) < at) {
      faults.push({ code: "column_doubled", cell: at + 1, params: { column, header } });
    }
  });
  return faults;
}

function recogniseCell(cell: string): Partial<Record<TableKind, string>> {
  if (cell.length > 2 * MOST_LETTERS) return {};
  const { text } = readCell(cell);
  const letters = lettersOf(text);
  if (letters === "" || letters.length > MOST_LETTERS) return {};
  const parts = text
    .split("/")
    .map(lettersOf)
    .filter((part) => part !== "");
  const found: Partial<Record<TableKind, string>> = {};
  for (const kind of KINDS) {
    for (const [column, spellings] of Object.entries(COLUMNS[kind])) {
      const whole = spellings.whole?.some((spelling) => isSpelling(letters, spelling));
      const allParts = parts.every((part) => spellings.parts?.some((spelling) => isSpelling(part, spelling)));
      if (whole || allParts) found[kind] ??= column;
    }
  }
  return found;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]+/gu, "");
}

/** Short words must be equal; longer ones may differ by one to three letters, never in the first. */
function isSpelling(word: string, spelling: string): boolean {
  if (word === spelling) return true;
  const allowed = spelling.length <= 4 ? 0 : spelling.length <= 7 ? 1 : spelling.length <= 15 ? 2 : 3;
  if (word[0] !== spelling[0] || Math.abs(word.length - spelling.length) > allowed) return false;
  return editDistance(word, spelling) <= allowed;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
