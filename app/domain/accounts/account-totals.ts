import { type AccountGroup, type Amounts, measures } from "../shared/account-sums";

/** A line as a file has it: amounts with the signs they are written with. */
export type WrittenLine = Amounts & { project: string; group: AccountGroup };

/** What a row of totals is of: a group, all costs, the result, or all that stands over it. */
export type TotalOf = AccountGroup | "costs" | "result" | "all";

/** A row of totals: what it says, `after` how many lines, and of which project where it names one. */
export type Total = {
  line: number;
  words: string;
  of: TotalOf;
  project: string | null;
  after: number;
  said: Partial<Amounts>;
};

export type WrongTotal = {
  line: number;
  problem: "total";
  words: string;
  column: keyof Amounts;
  said: bigint;
  counted: bigint;
};

const begins =
  /^(?:del)?(?:sum|total|totalt|totale|totals|subtotal|i alt|in all|grand total|resultat|driftsresultat|årsresultat|nettoresultat|result|operating result|net result|overskudd|overskot|surplus)(?![\p{L}])/iu;

/** Whether a row's words say that it is a sum of others. */
export const isTotal = (words: string) => begins.test(words);

/** The group that words name; null where they name none. "Andre driftskostnader" are other costs. */
export function groupOfWords(words: string): AccountGroup | null {
  if (/inn?t?e?tekt|inntekt|income|revenue|omset|omsetning/i.test(words)) return "income";
  if (/lønn|løns|^løn$|wage|salar|personal/i.test(words)) return "wages";
  if (/andre|annen|anna|other|kostn|utgift|cost|expens|drift/i.test(words)) return "other";
  return null;
}

/** What a row of totals is of, by its words. */
export function totalOf(words: string): TotalOf {
  if (/resultat|result|overskudd|overskot|surplus/i.test(words)) return "result";
  const group = groupOfWords(words);
  return group === "other" && !/andre|annen|anna|other/i.test(words) ? "costs" : (group ?? "all");
}

const size = (amount: bigint) => (amount < 0n ? -amount : amount);

/**
 * Compares a row of totals with the lines it may be of: those of its project, those over it of the last project, all over
 * it, or all there are; with the signs as they are written, and as income less costs. Where none fits, what is nearest is
 * told, column by column.
 */
export function checkTotal(
  total: Total,
  lines: readonly WrittenLine[],
  flipped: ReadonlySet<AccountGroup>,
): WrongTotal[] {
  const over = lines.slice(0, total.after);
  const last = (over.at(-1) ?? lines[0])?.project;
  const scopes =
    total.project === null
      ? [over.filter(({ project }) => project === last), over, lines]
      : [lines.filter(({ project }) => project === total.project)];
  // Without a minus anywhere, a result as it is written is one only of a project without income.
  const written = (scope: readonly WrittenLine[]) =>
    total.of !== "result" ||
    flipped.size > 0 ||
    scope.every((line) => line.group !== "income" || measures.every((measure) => line[measure] === 0n));
  const faults = scopes.flatMap((scope) =>
    (written(scope) ? [flipped, null] : [flipped]).map((way) => faultsOf(total, scope, way)),
  );
  const weight = (own: WrongTotal[]) => own.reduce((sum, { said, counted }) => sum + size(said - counted), 0n);
  const [nearest = []] = faults.sort((a, b) => (weight(a) < weight(b) ? -1 : Number(weight(a) > weight(b))));
  return nearest;
}

/** Against the amounts as they are written where `flipped` is null; else as income and costs that are both positive. */
function faultsOf(
  { line, words, of, said }: Total,
  scope: readonly WrittenLine[],
  flipped: ReadonlySet<AccountGroup> | null,
): WrongTotal[] {
  return measures.flatMap((column): WrongTotal[] => {
    const told = said[column];
    if (told === undefined) return [];
    const counted = scope.reduce((sum, { group, [column]: amount }) => {
      if (of === "costs" ? group === "income" : of !== "all" && of !== "result" && group !== of) return sum;
      if (!flipped) return sum + amount;
      const plain = flipped.has(group) ? -amount : amount;
      return (of === "all" || of === "result") && group !== "income" ? sum - plain : sum + plain;
    }, 0n);
    return told === counted ? [] : [{ line, problem: "total", words, column, said: told, counted }];
  });
}
