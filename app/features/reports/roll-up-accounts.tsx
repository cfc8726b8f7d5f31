import { deviationOf, type Sums, sumProjects } from "~/domain/shared/account-sums";
import { amountText, differenceText, sumWords } from "~/features/accounts/amounts";
import type { RollUpView } from "~/features/reports/roll-up.view.server";
import { m } from "~/i18n/messages/messages";
import { Panel } from "~/ui/panel";
import { type Column, DataTable, Empty } from "~/ui/table";

type RegionSums = { slug: string; name: string; why: string; sums: Sums | null };
type Props = { accounts: RollUpView["accounts"]; regions: RollUpView["regions"] };

/** The regions' accounts side by side, each the sum of the lines of its report. Nothing where no report has any. */
export function RegionAccounts({ accounts, regions }: Props) {
  const rows = regions.map(({ slug, name, number }): RegionSums => {
    const projects = accounts.find(({ region }) => region === slug)?.projects ?? [];
    const has = projects.some(({ lines }) => lines.length > 0);
    const why = number === null ? m.reports_roll_up_missing() : m.reports_roll_up_no_accounts();
    return { slug, name, why, sums: has ? sumProjects(projects).whole : null };
  });
  if (rows.every(({ sums }) => sums === null)) return null;
  const column = (id: string, head: string, text: (sums: Sums) => string): Column<RegionSums> => ({
    ...{ id, head, align: "right", onSmall: "label" },
    cell: ({ sums, why }) => (sums ? <span className="sv-nowrap">{text(sums)}</span> : <Empty label={why} />),
  });
  return (
    <Panel title={m.reports_roll_up_accounts()} aside={m.accounts_in_kroner()}>
      <DataTable<RegionSums>
        caption={m.reports_roll_up_accounts()}
        rows={rows}
        rowKey={({ slug }) => slug}
        columns={[
          {
            ...{ id: "region", head: m.reports_roll_up_region(), rowHeader: true, onSmall: "full" },
            cell: ({ name, why, sums }) => (
              <>
                {name}
                {!sums && <small className="sv-roll__is">{why}</small>}
              </>
            ),
          },
          ...(["income", "wages", "other", "result"] as const).map((key) =>
            column(key, sumWords[key](), (sums) => amountText(sums[key].actual)),
          ),
          column("budget", m.reports_roll_up_result_budget(), ({ result }) => amountText(result.budget)),
          column("deviation", m.accounts_deviation(), ({ result }) => differenceText(deviationOf(result).amount)),
        ]}
      />
    </Panel>
  );
}
