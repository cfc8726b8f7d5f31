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
const headRows = 10;

export type FoundHeads =
  | { ok: true; at: number; columns: (AccountColumn | null)[] }
  /** `found`: the heads, or the first row where there are none. */
  | { ok: false; problem: "no-heads"; found: string[] }
  | { ok: false; problem: "missing"; columns: AccountColumn[]; found: string[] }
  | { ok: false; problem: "doubled"; column: AccountColumn; found: string[] };

/** Finds the row of heads. Of two columns with accounts of different years, the later counts. */
export function findHeads(rows: readonly (readonly string[])[]): FoundHeads {
  const first = rows.findIndex((row) => row.some((cell) => cell !== ""));
  const at = rows
    .slice(0, first + headRows)
    .findIndex((row) => new Set(row.flatMap((cell) => headOf(cell)?.column ?? [])).size >= 2);
  const found = (rows[at < 0 ? first : at] ?? []).filter((cell) => cell !== "");
  if (at < 0) return { ok: false, problem: "no-heads", found };
  const read = (rows[at] ?? []).map(headOf);
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
  return { ok: true, at, columns };
}
