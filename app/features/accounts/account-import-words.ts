import type { AccountColumn } from "~/domain/accounts/account-heads";
import { projectField } from "~/domain/accounts/place-lines";
import type { LineProblem, ReadAccounts } from "~/domain/accounts/read-accounts";
import { amountText } from "~/features/accounts/amounts";
import { m } from "~/i18n/messages/messages";

/** A column's head in the reader's language; it is read again under it. */
export const accountColumnWords: Record<AccountColumn, () => string> = {
  project: () => m.accounts_project(),
  projectName: () => m.accounts_project_name(),
  account: () => m.accounts_account(),
  name: () => m.accounts_account_name(),
  group: () => m.accounts_group(),
  actual: () => m.accounts_actual(),
  budget: () => m.accounts_budget(),
  yearBudget: () => m.accounts_year_budget(),
};

/** Why the columns of a file could not be read: what was found, and what to write. */
export function accountRefusalWords(read: Extract<ReadAccounts, { reason: "empty" | "heads" | "unclear" }>): string {
  if (read.reason === "empty") return m.accounts_file_empty();
  if (read.reason === "unclear")
    return m.accounts_unclear({
      texts: read.texts
        .slice(0, 5)
        .map((text) => `«${text.slice(0, 30)}»`)
        .join(", "),
    });
  const { heads } = read;
  const found = heads.found
    .slice(0, 10)
    .map((head) => `«${head.slice(0, 60)}»`)
    .join(", ");
  if (heads.problem === "no-heads") return m.accounts_no_heads({ found });
  if (heads.problem === "doubled") return m.accounts_doubled({ column: accountColumnWords[heads.column](), found });
  const missing = heads.columns.map((column) => `«${accountColumnWords[column]()}»`).join(", ");
  return m.accounts_missing({ missing, found });
}

const size = (amount: bigint) => (amount < 0n ? -amount : amount);

/** What is wrong with a line of a file and how to mend it. */
export function accountProblemWords(problem: LineProblem): string {
  const { line } = problem;
  switch (problem.problem) {
    case "money":
      return m.accounts_p_money({
        line,
        column: accountColumnWords[problem.column](),
        text: problem.text.slice(0, 60),
      });
    case "no-account":
      return m.accounts_p_no_account({ line, text: problem.text.slice(0, 60) });
    case "no-group":
      return m.accounts_p_no_group({ line, account: problem.account, name: problem.name.slice(0, 60) });
    case "two-projects":
      return m.accounts_p_two_projects({ line, text: problem.text.slice(0, 60) });
    case "beyond":
      return m.accounts_p_beyond({ line, text: problem.text.slice(0, 60) });
    case "twice":
      return m.accounts_p_twice({
        ...{ line, first: problem.first, account: problem.account, project: problem.project || "–" },
      });
    case "both-projects":
      return m.accounts_p_both_projects({
        ...{ line, first: problem.first, account: problem.account, name: problem.name.slice(0, 60) },
        ...{ one: problem.projects[0], other: problem.projects[1] },
      });
    case "total":
      return m.accounts_p_total({
        ...{ line, words: problem.words.slice(0, 60), column: accountColumnWords[problem.column]() },
        ...{ said: amountText(problem.said), counted: amountText(problem.counted) },
        difference: amountText(size(problem.said - problem.counted)),
      });
  }
}

/** Why a file was not saved, at the field that settles it. */
export function unsavedWords({
  reason,
  field,
}: {
  reason: "closed" | "frozen" | "asks" | "twice" | "alike";
  /** The field of the first project that asks. */
  field?: string;
}): { field: string; message: string } {
  const message = {
    closed: m.accounts_import_closed(),
    frozen: m.accounts_frozen(),
    asks: m.accounts_asks(),
    twice: m.accounts_twice(),
    alike: m.accounts_alike_confirm(),
  }[reason];
  return { field: field ?? projectField(0), message };
}
