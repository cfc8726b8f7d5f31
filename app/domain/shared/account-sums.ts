export const accountGroups = ["income", "wages", "other"] as const;
export type AccountGroup = (typeof accountGroups)[number];

/** The period's accounts, the period's budget and the whole year's budget, in øre. */
export const measures = ["actual", "budget", "yearBudget"] as const;
export type Amounts = Record<(typeof measures)[number], bigint>;

/** A line of accounts; amounts may be digits, as a report that is kept as data has them. */
export type SummedLine = { group: AccountGroup } & Record<keyof Amounts, bigint | string>;

/** What is summed up: the groups, all costs together, and the result: income less wages less other costs. */
export const sumKeys = ["income", "wages", "other", "costs", "result"] as const;
export type SumKey = (typeof sumKeys)[number];
export type Sums = Record<SumKey, Amounts>;

const nothing = (): Amounts => ({ actual: 0n, budget: 0n, yearBudget: 0n });

/** Sums lines whose income and costs are both positive. */
export function sumLines(lines: readonly SummedLine[]): Sums {
  const sums: Sums = { income: nothing(), wages: nothing(), other: nothing(), costs: nothing(), result: nothing() };
  for (const line of lines)
    for (const measure of measures) {
      const amount = BigInt(line[measure]);
      sums[line.group][measure] += amount;
      if (line.group !== "income") sums.costs[measure] += amount;
      sums.result[measure] += line.group === "income" ? amount : -amount;
    }
  return sums;
}

/** The sums of each project, and of all of them together. */
export function sumProjects<P extends { lines: readonly SummedLine[] }>(
  projects: readonly P[],
): { projects: { project: P; sums: Sums }[]; whole: Sums } {
  return {
    projects: projects.map((project) => ({ project, sums: sumLines(project.lines) })),
    whole: sumLines(projects.flatMap(({ lines }) => lines)),
  };
}

/** How far the accounts are from the budget, in øre, and in tenths of a percent of it; null where nothing is budgeted. */
export function deviationOf({ actual, budget }: Pick<Amounts, "actual" | "budget">): {
  amount: bigint;
  permille: number | null;
} {
  const amount = actual - budget;
  if (budget === 0n) return { amount, permille: null };
  const base = budget < 0n ? -budget : budget;
  const size = ((amount < 0n ? -amount : amount) * 2000n + base) / (base * 2n);
  return { amount, permille: Number(amount < 0n ? -size : size) };
}

/** The group of an account by its number in the Norwegian standard chart of accounts, NS 4102; null where it has none. */
export function groupOfAccount(account: string): AccountGroup | null {
  const [, kind, second] = /^(\d)(\d)\d{2,6}$/.exec(account.trim()) ?? [];
  if (kind === "3") return "income";
  if (kind === "5") return "wages";
  if (kind === "4" || kind === "6" || kind === "7") return "other";
  // Interest: what comes in stands on 80, what is paid on 81.
  if (kind === "8" && second === "0") return "income";
  return kind === "8" && second === "1" ? "other" : null;
}
