import type { AccountGroup, Amounts } from "../shared/account-sums";

type Line = Amounts & { projectId: string; account: string; name: string; group: AccountGroup };

/**
 * The period's lines out of a file that counts from the first of January: less what the rounds before have of the same
 * account in the same project. An account that only they have is taken off by a line of its own. The whole year's budget
 * is the file's.
 */
export function periodOf<L extends Line>(lines: readonly L[], earlier: readonly Line[]): (L | Line)[] {
  const key = ({ projectId, account }: Line) => JSON.stringify([projectId, account]);
  const before = new Map<string, Line>();
  for (const line of earlier) {
    const sum = before.get(key(line));
    before.set(key(line), {
      ...(sum ?? line),
      ...{ actual: (sum?.actual ?? 0n) + line.actual, budget: (sum?.budget ?? 0n) + line.budget, yearBudget: 0n },
    });
  }
  const own = lines.map((line) => {
    const sum = before.get(key(line));
    return sum ? { ...line, actual: line.actual - sum.actual, budget: line.budget - sum.budget } : line;
  });
  const named = new Set(lines.map(key));
  const gone = [...before.values()].filter(
    (line) => !named.has(key(line)) && (line.actual !== 0n || line.budget !== 0n),
  );
  return [...own, ...gone.map((line) => ({ ...line, actual: -line.actual, budget: -line.budget }))];
}
