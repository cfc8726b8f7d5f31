import { readCell } from "./cells";
import { splitLines } from "./lines";

const figures = ["income", "wages", "other", "costs", "result"] as const;
const columns = ["actual", "budget", "yearBudget"] as const;
export type StatedFigure = (typeof figures)[number];
export type StatedColumn = (typeof columns)[number];

/** A sum in øre, with the line it stands on (from 1). `column` is null in running text, which speaks of the accounts. */
type StatedSum = { figure: StatedFigure; column: StatedColumn | null; amount: bigint; line: number };

/** Two sums that should be the same: what is said, and what it is by the other lines of the document. */
type StatedDifference = {
  figure: StatedFigure;
  column: StatedColumn;
  line: number;
  said: bigint;
  counted: bigint;
};

export type StatedAccounts = { sums: StatedSum[]; differences: StatedDifference[] };

const NAMES: [StatedFigure, RegExp][] = [
  ["costs", /^sum\s+(?:\p{L}+\s*)?kost/iu],
  ["income", /^(?:sum\s+)?(?:drifts)?inn?e?tekt|^omsetning|^omsetnad/iu],
  ["wages", /^(?:sum\s+)?l(?:ø|o)nn/iu],
  ["other", /^(?:sum\s+)?andre\s+\p{L}*kost/iu],
  ["result", /^(?:drifts)?resultat/iu],
];
const MONEY = String.raw`[-−–]?\s?\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,\d\d)?|[-−–]?\d+(?:,\d\d)?`;
const PROSE: [StatedFigure, RegExp][] = [
  [
    "income",
    new RegExp(String.raw`(?:omsetning|omsetnad|inntekter|inntekt)\s+(?:er\s+|var\s+)?på\s+kr\.?\s*(${MONEY})`, "giu"),
  ],
  ["result", new RegExp(String.raw`(?:drifts)?resultat\s+(?:er\s+|var\s+)?på\s+kr\.?\s*(${MONEY})`, "giu")],
];

/** The sums of the accounts that a document says, in its table and in its running text, and where they disagree. */
export function statedAccounts(text: string): StatedAccounts {
  const sums: StatedSum[] = [];
  let heads: (StatedColumn | null)[] = [];
  for (const { line, cells: raw } of splitLines(text)) {
    const cells = raw.map((cell) => readCell(cell.slice(0, 2000)).text);
    if (cells.length === 1) {
      for (const [figure, pattern] of PROSE)
        for (const [, words = ""] of (cells[0] ?? "").matchAll(pattern)) {
          const amount = readKroner(words);
          if (amount !== null) sums.push({ figure, column: null, amount, line });
        }
      continue;
    }
    const found = cells.map(columnOf);
    if (found.includes("actual")) heads = found;
    const figure = NAMES.find(([, pattern]) => pattern.test(cells[0] ?? ""))?.[0];
    if (!figure || heads.length === 0) continue;
    for (const [at, column] of heads.entries()) {
      const amount = column === null ? null : readKroner(cells[at] ?? "");
      if (column !== null && amount !== null) sums.push({ figure, column, amount, line });
    }
  }
  return { sums, differences: differencesIn(sums) };
}

/** A sum that is said of the period's accounts; null where the document says none. */
export function statedActual({ sums }: StatedAccounts, figure: StatedFigure): StatedSum | null {
  const of = (column: StatedColumn | null) => sums.find((sum) => sum.figure === figure && sum.column === column);
  return of("actual") ?? of(null) ?? null;
}

function columnOf(head: string): StatedColumn | null {
  if (/^(?:regnskap|rekneskap)/iu.test(head)) return "actual";
  if (!/^budsjett/iu.test(head)) return null;
  return /hele|heile|års|år\b/iu.test(head) ? "yearBudget" : "budget";
}

/** Kroner as they are written, in øre. */
function readKroner(words: string): bigint | null {
  const plain = words.replace(/[\s\u00a0\u202f]/g, "").replace(/^kr\.?/i, "");
  const match = /^([-−–]?)(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d\d))?(?:,-)?$/.exec(plain);
  if (!match) return null;
  const amount = BigInt((match[2] ?? "").replaceAll(".", "")) * 100n + BigInt(match[3] ?? "0");
  return match[1] ? -amount : amount;
}

function differencesIn(sums: StatedSum[]): StatedDifference[] {
  const of = (figure: StatedFigure, column: StatedColumn | null) =>
    sums.find((sum) => sum.figure === figure && sum.column === column);
  const found: StatedDifference[] = [];
  const compare = (said: StatedSum | undefined, column: StatedColumn, counted: bigint | null) => {
    if (said && counted !== null && said.amount !== counted)
      found.push({ figure: said.figure, column, line: said.line, said: said.amount, counted });
  };
  for (const column of columns) {
    const [income, wages, other, costs] = figures.map((figure) => of(figure, column)?.amount ?? null);
    const both = wages != null && other != null ? wages + other : null;
    compare(of("costs", column), column, both);
    const spent = both ?? costs ?? null;
    compare(of("result", column), column, income != null && spent !== null ? income - spent : null);
  }
  for (const figure of ["income", "result"] as const)
    compare(of(figure, null), "actual", of(figure, "actual")?.amount ?? null);
  return found;
}
