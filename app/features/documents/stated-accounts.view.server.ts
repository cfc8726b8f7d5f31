import type { StatedAccounts, StatedColumn, StatedFigure } from "~/domain/documents/stated-accounts";
import { sumProjects } from "~/domain/shared/account-sums";
import { amountText, differenceText, sumWords } from "~/features/accounts/amounts";
import { roundAccounts } from "~/features/accounts/round-accounts.view.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A sum a report says, as a person reads it; beside the sum of the lines of its round, where there are any. */
export type StatedLine = { figure: string; column: string; said: string; lines: string; difference: string };

/** What is kept of the sums when the text is forgotten: øre as digits. */
export type KeptSum = { figure: StatedFigure; column: StatedColumn; amount: string };

const columnWords: Record<StatedColumn, () => string> = {
  actual: () => m.documents_sr_actual(),
  budget: () => m.documents_sr_budget(),
  yearBudget: () => m.documents_sr_year_budget(),
};

/** Each sum of the accounts once; what only running text says is of the period's accounts. */
export function keptSums({ sums }: StatedAccounts): KeptSum[] {
  const found = new Map<string, KeptSum>();
  for (const { figure, column, amount } of sums.toSorted(
    (a, b) => Number(a.column === null) - Number(b.column === null),
  )) {
    const of = column ?? "actual";
    const key = `${figure} ${of}`;
    if (!found.has(key)) found.set(key, { figure, column: of, amount: String(amount) });
  }
  return [...found.values()];
}

/** The sums of a report beside those of the lines of its round. `lines` is null where the round has none. */
export async function statedView(db: RegionDb, sums: KeptSum[], roundId: string | null) {
  const projects = roundId === null ? [] : await roundAccounts(db, roundId);
  const whole = projects.some(({ lines }) => lines.length > 0) ? sumProjects(projects).whole : null;
  const rows = sums.map(({ figure, column, amount }): StatedLine => {
    const said = BigInt(amount);
    const counted = whole?.[figure][column] ?? null;
    const differs = counted !== null && counted !== said;
    return {
      ...{ figure: sumWords[figure](), column: columnWords[column](), said: amountText(said) },
      lines: counted === null ? "" : amountText(counted),
      difference: differs ? differenceText(counted - said) : "",
    };
  });
  return { rows, hasLines: whole !== null, differ: rows.filter(({ difference }) => difference !== "").length };
}

/** Where a report disagrees with itself, in sentences. */
export function disagreements({ differences }: StatedAccounts): string[] {
  return differences.map(({ figure, column, line, said, counted }) =>
    m.documents_sr_disagrees({
      ...{ line, figure: sumWords[figure](), column: columnWords[column]().toLowerCase() },
      ...{ said: amountText(said), counted: amountText(counted), difference: differenceText(said - counted) },
    }),
  );
}
