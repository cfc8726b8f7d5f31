export const accountColumns = [
  ...(["project", "projectName", "account", "name", "group"] as const),
  ...(["actual", "budget", "yearBudget"] as const),
];
export type AccountColumn = (typeof accountColumns)[number];

/** Heads as accounting systems write them, in bokmål, nynorsk and English: letters alone, without days and years. */
const heads: Record<AccountColumn, string> = {
  project:
    "prosjekt prosjektnr prosjektnummer prosjektid prosjektkode project projectno projectnumber projectid projectcode",
  projectName: "prosjektnavn prosjektnamn projectname",
  account: "konto kontonr kontonummer kontokode account accountno accountnumber accountcode art artnr",
  name: "kontonavn kontonamn kontotekst tekst beskrivelse beskriving skildring post navn namn accountname description text name item",
  group: "gruppe kontogruppe kontotype type group accountgroup accounttype",
  actual:
    "regnskap rekneskap regnskaphittil rekneskaphittil regnskaphittiliår rekneskaphittiliår regnskapperiode rekneskapperiode faktisk virkelig verkeleg hittiliår beløp actual actuals accounts actualytd accountsytd ytd amount",
  budget:
    "budsjett budsjetthittil budsjetthittiliår budsjettperiode budsjettperioden periodebudsjett periodisertbudsjett budget budgetytd periodbudget budgetperiod",
  yearBudget:
    "årsbudsjett helårsbudsjett heilårsbudsjett budsjettår budsjettåret budsjetthele budsjettheile budsjetthelår budsjettheilår budsjetthelåret budsjettheleåret budsjettheileåret budgetyear budgetwholeyear budgetfullyear yearbudget annualbudget fullyearbudget wholeyearbudget",
};

const byHead = new Map(
  accountColumns.flatMap((column) => heads[column].split(" ").map((head): [string, AccountColumn] => [head, column])),
);

type Head = { column: AccountColumn; year: number };

/** What a head says its column holds: "Regnskap 30.4.2017", "Budsjett hele 2017", "Konto". */
function headOf(text: string): Head | null {
  const letters = text.toLowerCase().replace(/[^\p{L}]+/gu, "");
  const column = byHead.get(letters) ?? byHead.get(letters.replace(/(?:per|pr)$/, ""));
  if (!column) return null;
  const year = Number(/(?<!\d)20\d\d(?!\d)/.exec(text)?.[0] ?? 0);
  // A budget of a year and no day is the whole year's.
  if (column === "budget" && year > 0 && !/\d{1,2}[./-]\s?\d{1,2}|\d{4}-\d\d/.test(text))
    return { column: "yearBudget", year };
  return { column, year };
}

/** How far down the heads are looked for: a title may stand over them. */
const headRows = 20;

export type FoundHeads =
  /** `at`: the last row of the heads. `width`: how many cells they are. */
  | { ok: true; at: number; width: number; columns: (AccountColumn | null)[] }
  /** `found`: the heads, or the first row where there are none. */
  | { ok: false; problem: "no-heads"; found: string[] }
  | { ok: false; problem: "missing"; columns: AccountColumn[]; found: string[] }
  | { ok: false; problem: "doubled"; column: AccountColumn; found: string[] };

type Row = readonly string[];

/** Whether a row is heads and nothing else, as where they stand again on a new page. */
export const isHeads = (row: Row) =>
  new Set(row.flatMap((cell) => headOf(cell)?.column ?? [])).size >= 2 &&
  !row.some((cell) => /^[\d\s.,-]+$/.test(cell));

/**
 * Finds the row of heads, or two of which one goes on with the other: "Budsjett" over "hele året". Of two columns with
 * accounts of different years, the later counts.
 */
export function findHeads(rows: readonly Row[]): FoundHeads {
  const first = rows.findIndex((row) => row.some((cell) => cell !== ""));
  const at = rows
    .slice(0, first + headRows)
    .findIndex((row) => new Set(row.flatMap((cell) => headOf(cell)?.column ?? [])).size >= 2);
  const row = rows[at] ?? [];
  const found = (at < 0 ? (rows[first] ?? []) : row).filter((cell) => cell !== "");
  if (at < 0) return { ok: false, problem: "no-heads", found };
  const alone = judge(row.map(headOf), at, row, found);
  if (alone.ok) return alone;
  for (const [upper, lower] of [
    [at, at + 1],
    [at - 1, at],
  ] as const) {
    const [over = [], under = []] = [rows[upper], rows[lower]];
    if (
      [over, under].some((one) => one.every((cell) => cell === "") || one.some((cell) => /^\d{5,}|[.,]\d/.test(cell)))
    )
      continue;
    const longer = over.length > under.length ? over : under;
    const read = longer.map((_, place) => {
      const [above = "", below = ""] = [over[place], under[place]];
      return headOf(`${above} ${below}`) ?? headOf(`${below} ${above}`) ?? headOf(below) ?? headOf(above);
    });
    const both = judge(read, lower, longer, found);
    if (both.ok) return both;
  }
  return alone;
}

function judge(read: (Head | null)[], at: number, row: Row, found: string[]): FoundHeads {
  const latest = (column: AccountColumn) =>
    Math.max(...read.flatMap((head) => (head?.column === column ? [head.year] : [])));
  const columns = read.map((head) => (head && head.year === latest(head.column) ? head.column : null));
  const present = columns.filter((column) => column !== null);
  const doubled = present.find((column, place) => present.indexOf(column) !== place);
  if (doubled) return { ok: false, problem: "doubled", column: doubled, found };
  const missing: AccountColumn[] = [];
  if (!present.includes("account") && !present.includes("name")) missing.push("account");
  if (!present.includes("actual")) missing.push("actual");
  if (missing.length > 0) return { ok: false, problem: "missing", columns: missing, found };
  return { ok: true, at, width: row.length, columns };
}
