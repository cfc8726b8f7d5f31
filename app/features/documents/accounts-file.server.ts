import { accountColumnWords } from "~/features/accounts/account-import-words";
import { groupWords } from "~/features/accounts/amounts";
import { accountsOf } from "~/features/accounts/round-accounts.view.server";
import { writeXlsx } from "~/features/documents/write-sheet.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

const columns = ["project", "projectName", "account", "name", "group", "actual", "budget", "yearBudget"] as const;

/** A cell holds a number of binary digits; øre to the limit of what is read are exact in it. */
const kroner = (ore: string) => Number(ore) / 100;

/** The lines of a round's accounts as an Excel file, which can be imported again. Null when there is no such round. */
export async function accountsFile(db: RegionDb, roundId: string): Promise<{ to: string; bytes: Uint8Array } | null> {
  const accounts = await accountsOf(db, roundId);
  if (!accounts) return null;
  const bytes = await writeXlsx({
    name: m.accounts_title(),
    heads: columns.map((column) => accountColumnWords[column]()),
    widths: [12, 36, 12, 36, 20, 16, 16, 20],
    rows: accounts.projects.flatMap(({ number, name: project, lines }) =>
      lines.map(({ account, name, group, actual, budget, yearBudget }) => [
        ...[number, project, account, name, groupWords[group]()],
        ...[kroner(actual), kroner(budget), kroner(yearBudget)],
      ]),
    ),
  });
  return { to: accounts.to, bytes };
}
