import { accountColumnWords } from "~/features/accounts/account-import-words";
import { findAccountRound, linesOfRound } from "~/features/accounts/accounts.db.server";
import { groupWords } from "~/features/accounts/amounts";
import { writeXlsx } from "~/features/documents/write-sheet.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

const columns = ["project", "projectName", "account", "name", "group", "actual", "budget", "yearBudget"] as const;

/** A cell holds a number of binary digits; øre to the limit of what is read are exact in it. */
const kroner = (ore: bigint) => Number(ore) / 100;

/** The lines of a round's accounts as an Excel file, which can be imported again. Null when there is no such round. */
export async function accountsFile(db: RegionDb, roundId: string): Promise<{ to: string; bytes: Uint8Array } | null> {
  const round = await findAccountRound(db, roundId);
  if (!round) return null;
  const lines = await linesOfRound(db, round.id);
  const bytes = await writeXlsx({
    name: m.accounts_title(),
    heads: columns.map((column) => accountColumnWords[column]()),
    widths: [12, 36, 12, 36, 20, 16, 16, 20],
    rows: lines.map(({ project, account, name, group, actual, budget, yearBudget }) => [
      ...[project.number, project.name, account, name, groupWords[group]()],
      ...[kroner(actual), kroner(budget), kroner(yearBudget)],
    ]),
  });
  return { to: round.to, bytes };
}
