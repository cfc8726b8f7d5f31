import { type AccountGroup, type Amounts, groupOfAccount, measures } from "../shared/account-sums";
import { type AccountColumn, type FoundHeads, findHeads, isHeads } from "./account-heads";
import { checkTotal, groupOfWords, isTotal, type Total, totalOf, type WrongTotal } from "./account-totals";
import { type DecimalSign, decimalSignOf, isUnclear, readMoney } from "./money";

/**
 * A line of an accounting system's file, in øre; income and costs are both positive. `project` is its number, or its
 * name where the file has no number; empty where the file names none.
 */
export type SheetLine = Amounts & {
  line: number;
  project: string;
  projectName: string;
  account: string;
  name: string;
  group: AccountGroup;
};

export type LineProblem =
  | { line: number; problem: "money"; column: keyof Amounts; text: string }
  | { line: number; problem: "no-account"; text: string }
  | { line: number; problem: "no-group"; account: string; name: string }
  | { line: number; problem: "two-projects"; text: string }
  /** A sum under no head: an amount was parted in two, as where commas are between cells and before decimals. */
  | { line: number; problem: "beyond"; text: string }
  /** The same account twice in one project. */
  | { line: number; problem: "twice"; account: string; project: string; first: number }
  /** The same line, with the same budget and accounts, in two projects. */
  | { line: number; problem: "both-projects"; account: string; name: string; projects: [string, string]; first: number }
  | WrongTotal;

export type AccountSheet = {
  lines: SheetLine[];
  /** How many rows of totals the lines were compared with. */
  totals: number;
  /** The groups whose sums stood with a minus and were turned. */
  turned: AccountGroup[];
};

export type ReadAccounts =
  | { ok: true; sheet: AccountSheet }
  | { ok: false; reason: "empty" }
  | { ok: false; reason: "heads"; heads: Exclude<FoundHeads, { ok: true }> }
  /** `texts`: sums that can be read in two ways, where nothing in the file tells which. */
  | { ok: false; reason: "unclear"; texts: string[] }
  | { ok: false; reason: "lines"; problems: LineProblem[] };

const longest = { project: 40, projectName: 200, account: 40, name: 200 } as const;

type Cells = Partial<Record<AccountColumn, string>>;

/**
 * Reads the rows of a file, its cells tidied. All that is wrong is told at once; nothing is left out. `said`: the sign
 * before decimals, where a person has told it; else the file's other sums tell.
 */
export function readAccounts(rows: readonly (readonly string[])[], said: DecimalSign | null = null): ReadAccounts {
  if (rows.every((row) => row.every((cell) => cell === ""))) return { ok: false, reason: "empty" };
  const heads = findHeads(rows);
  if (!heads.ok) return { ok: false, reason: "heads", heads };
  const sums = sumsOf(heads.columns, rows.slice(heads.at + 1));
  const decimal = said ?? decimalSignOf(sums);
  const unclear = decimal === null ? [...new Set(sums.filter(isUnclear))] : [];
  if (unclear.length > 0) return { ok: false, reason: "unclear", texts: unclear };
  const problems: LineProblem[] = [];
  const lines: SheetLine[] = [];
  const totals: Total[] = [];
  const hasAccounts = heads.columns.includes("account");
  let standing = { project: "", projectName: "" };
  for (const [at, row] of rows.entries()) {
    if (at <= heads.at || row.every((cell) => cell === "") || isHeads(row)) continue;
    const line = at + 1;
    const beyond = row.slice(heads.width).find((cell) => cell !== "" && readMoney(cell) !== null);
    if (beyond !== undefined) {
      problems.push({ line, problem: "beyond", text: beyond });
      continue;
    }
    const cells = cellsOf(heads.columns, row);
    const { amounts, faults } = readAmounts(line, cells, decimal);
    if (amounts === null) {
      standing = projectHeading(cells) ?? standing;
      continue;
    }
    const words = totalWords(cells, hasAccounts);
    if (words !== null) {
      problems.push(...faults);
      totals.push({
        line,
        words,
        of: totalOf(words),
        project: totalProject(cells, words),
        after: lines.length,
        said: amounts,
      });
      continue;
    }
    const text = cells.project ?? "";
    if (/^\p{L}{0,4}\d[\w.-]*\s*(?:[,;/+&]|og|and)\s*\p{L}{0,4}\d[\w.-]*$/u.test(text))
      problems.push({ line, problem: "two-projects", text });
    const named = projectOf(text, cells.projectName ?? "");
    if (named) standing = named;
    const { account, name } = accountOf(cells, hasAccounts);
    problems.push(...faults);
    if (account === "") {
      if (measures.some((measure) => (amounts[measure] ?? 0n) !== 0n))
        problems.push({ line, problem: "no-account", text: name });
      continue;
    }
    const group =
      groupOfWords(cells.group ?? "") ?? groupOfAccount(account) ?? (hasAccounts ? null : groupOfWords(name));
    if (group === null) {
      problems.push({ line, problem: "no-group", account, name });
      continue;
    }
    const { actual = 0n, budget = 0n, yearBudget = 0n } = amounts;
    lines.push({ line, ...standing, account, name, group, actual, budget, yearBudget });
  }
  if (lines.length === 0 && problems.length === 0) return { ok: false, reason: "empty" };
  const turned = turnedGroups(lines);
  if (problems.length === 0) problems.push(...totals.flatMap((total) => checkTotal(total, lines, turned)));
  const plain = lines.map((own) => (turned.has(own.group) ? turn(own) : own));
  problems.push(...doubles(plain));
  if (problems.length > 0) return { ok: false, reason: "lines", problems };
  return { ok: true, sheet: { lines: plain, totals: totals.length, turned: [...turned] } };
}

function cellsOf(columns: readonly (AccountColumn | null)[], row: readonly string[]): Cells {
  const cells: Cells = {};
  for (const [at, column] of columns.entries()) if (column) cells[column] = row[at] ?? "";
  return cells;
}

const sumsOf = (columns: readonly (AccountColumn | null)[], rows: readonly (readonly string[])[]) =>
  rows.map((row) => cellsOf(columns, row)).flatMap((cells) => measures.flatMap((column) => cells[column] || []));

/** The amounts of the cells that are filled in; null where none is. */
function readAmounts(
  line: number,
  cells: Cells,
  decimal: DecimalSign | null,
): { amounts: Partial<Amounts> | null; faults: LineProblem[] } {
  const amounts: Partial<Amounts> = {};
  const faults: LineProblem[] = [];
  for (const column of measures) {
    const text = cells[column] ?? "";
    if (text === "") continue;
    const amount = readMoney(text, decimal);
    amounts[column] = amount ?? 0n;
    if (amount === null) faults.push({ line, problem: "money", column, text });
  }
  return { amounts: Object.keys(amounts).length > 0 ? amounts : null, faults };
}

const textsOf = ({ project = "", projectName = "", account = "", name = "" }: Cells) => [
  ...[account, name, project, projectName],
];

/** The words of a row of totals; null where the row is a line. */
function totalWords(cells: Cells, hasAccounts: boolean): string | null {
  if (/^\d{2,}/.test(cells.account ?? "")) return null;
  const words = textsOf(cells).find(isTotal);
  if (words !== undefined) return words;
  // "Inntekter" where accounts have numbers: a group's sum.
  const { account = "", name = "", group = "" } = cells;
  return hasAccounts && account === "" && group === "" && groupOfWords(name) ? name : null;
}

function totalProject(cells: Cells, words: string): string | null {
  const own = cells.project ?? "";
  if (own !== "" && !isTotal(own)) return projectOf(own, "")?.project ?? null;
  return /(?:prosjekt|project|sum|total\p{L}*)\s*:?\s*(\p{L}{0,4}\d[\w.-]*)/iu.exec(words)?.[1] ?? null;
}

/** The project a row without amounts names for those under it. */
function projectHeading(cells: Cells) {
  const told = textsOf(cells)
    .map((text) => /^(?:prosjekt|project)\s*(?:nr\.?|no\.?)?\s*:?\s*(.+)$/i.exec(text)?.[1])
    .find((text) => text !== undefined);
  if (told !== undefined) return projectOf(told, "");
  return cells.account ? null : projectOf(cells.project ?? "", cells.projectName || cells.name || "");
}

/** "100 Arealbruk", "100 - Arealbruk", "100", "Arealbruk"; null where the cell is empty. */
function projectOf(text: string, name: string): { project: string; projectName: string } | null {
  if (text === "" && name === "") return null;
  const [, number, words = ""] = /^(\p{L}{0,4}\d[\w.]*)\s*[-–:]?\s*(.*)$/u.exec(text) ?? [];
  const project = number ?? (text || name);
  return {
    project: project.slice(0, longest.project),
    projectName: (name || words || (number ? "" : text)).slice(0, longest.projectName),
  };
}

function accountOf({ account = "", name = "" }: Cells, hasAccounts: boolean): { account: string; name: string } {
  if (!hasAccounts) return { account: name.slice(0, longest.account), name: name.slice(0, longest.name) };
  const [, number, words = ""] = /^(\d{2,})\s*[-–:]?\s+(\D.*)$/u.exec(account) ?? [];
  return {
    account: (number ?? account).slice(0, longest.account),
    name: (name || words).slice(0, longest.name),
  };
}

/** The groups that a file writes with a minus: income in a ledger, costs where they are taken off. */
function turnedGroups(lines: readonly SheetLine[]): Set<AccountGroup> {
  const sum = (groups: readonly AccountGroup[]) =>
    lines.reduce(
      (all, line) => (groups.includes(line.group) ? all + line.actual + line.budget + line.yearBudget : all),
      0n,
    );
  const turned = new Set<AccountGroup>();
  if (sum(["income"]) < 0n) turned.add("income");
  if (sum(["wages", "other"]) < 0n) turned.add("wages").add("other");
  return turned;
}

function turn(line: SheetLine): SheetLine {
  const { actual, budget, yearBudget } = line;
  return { ...line, actual: -actual, budget: -budget, yearBudget: -yearBudget };
}

/** A line with the same account, name and budget in two projects, on which neither has spent anything. */
export type AlikeLines = { account: string; name: string; projects: [string, string] };

/** Budgets nobody has spent of that stand alike in two projects: each its own, or one that was put down twice. */
export function alikeLines(lines: readonly SheetLine[]): AlikeLines[] {
  const first = new Map<string, string>();
  return lines.flatMap(({ project, account, name, actual, budget, yearBudget }): AlikeLines[] => {
    if (actual !== 0n || (budget === 0n && yearBudget === 0n)) return [];
    const key = JSON.stringify([account, name, String(budget), String(yearBudget)]);
    const other = first.get(key);
    if (other === undefined) first.set(key, project);
    return other === undefined || other === project ? [] : [{ account, name, projects: [other, project] }];
  });
}

/** What stands twice: an account in one project, or one budget line in two. */
function doubles(lines: readonly SheetLine[]): LineProblem[] {
  const accounts = new Map<string, SheetLine>();
  const budgets = new Map<string, SheetLine>();
  return lines.flatMap((own): LineProblem[] => {
    const { line, project, account, name, actual, budget, yearBudget } = own;
    const same = JSON.stringify([project, account]);
    const twice = accounts.get(same);
    if (twice) return [{ line, problem: "twice", account, project, first: twice.line }];
    accounts.set(same, own);
    if (actual === 0n || (budget === 0n && yearBudget === 0n)) return [];
    const key = JSON.stringify([account, name, ...[actual, budget, yearBudget].map(String)]);
    const other = budgets.get(key);
    budgets.set(key, other ?? own);
    if (!other) return [];
    return [{ line, problem: "both-projects", account, name, projects: [other.project, project], first: other.line }];
  });
}
